#ifndef CWEIGHTS_H
#define CWEIGHTS_H

#include <stddef.h>

/// The weights of the static reader, as `training/train.py` wrote them; aligned to 64 bytes, never changed.
const void *cweights_reader(void);

/// How many bytes they are.
size_t cweights_reader_size(void);

#endif
