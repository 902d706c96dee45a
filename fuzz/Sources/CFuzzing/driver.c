#include "CFuzzing.h"

int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*one)(const uint8_t *, size_t));

/* The package manager gives an executable's entry the name of its module. */
int Fuzzing_main(int count, char **arguments) { return LLVMFuzzerRunDriver(&count, &arguments, LLVMFuzzerTestOneInput); }
