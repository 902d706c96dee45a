#ifndef CSTORIES_H
#define CSTORIES_H

#include <stddef.h>

// The scripts of the demo company, built in at compile time.

/// How many scripts there are.
size_t cstories_count(void);
/// The file name of a script; NULL beyond the last.
const char *_Nullable cstories_name(size_t index);
/// The bytes of a script; NULL beyond the last.
const unsigned char *_Nullable cstories_bytes(size_t index);
/// How many bytes a script has; 0 beyond the last.
size_t cstories_size(size_t index);

#endif
