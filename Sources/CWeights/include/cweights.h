#ifndef CWEIGHTS_H
#define CWEIGHTS_H

#include <stddef.h>

/// The weights of the static reader, as `training/train.py` wrote them; aligned to 64 bytes, never changed.
const void *cweights_reader(void);

/// How many bytes they are.
size_t cweights_reader_size(void);

/// The weights for competencies, reach and sort of work, as `training/behaviours.py` wrote them; aligned likewise.
const void *cweights_behaviours(void);

/// How many bytes they are.
size_t cweights_behaviours_size(void);

/// The filter for private matters, as `training/private.py` wrote it; aligned likewise.
const void *cweights_private(void);

/// How many bytes it is.
size_t cweights_private_size(void);

/// The weights that judge how far work reaches, as `training/reach.py` wrote them; aligned likewise.
const void *cweights_reach(void);

/// How many bytes they are.
size_t cweights_reach_size(void);

#endif
