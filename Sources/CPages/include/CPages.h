#ifndef CPAGES_H
#define CPAGES_H

#include <stddef.h>

/// How many files are in the program.
size_t cpages_count(void);
/// A file's folder and name, such as `Templates/week.mustache`; null beyond the last.
const char *cpages_name(size_t index);
/// A file's first byte; its text has no terminating zero. Null beyond the last.
const unsigned char *cpages_bytes(size_t index);
/// How many bytes a file has; 0 beyond the last.
size_t cpages_size(size_t index);

#endif
