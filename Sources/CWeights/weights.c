#include "cweights.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char reader[] __attribute__((aligned(64))) = {
#embed "../Signals/Weights/reader.bin"
};

const void *cweights_reader(void) { return reader; }

size_t cweights_reader_size(void) { return sizeof reader; }
