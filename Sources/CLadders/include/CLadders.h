#ifndef CLADDERS_H
#define CLADDERS_H

#include <stddef.h>

/// The first byte of `ladders/reference.yml`; the text has no terminating zero.
const unsigned char *cladders_reference(void);
/// How many bytes `ladders/reference.yml` has.
size_t cladders_reference_count(void);

#endif
