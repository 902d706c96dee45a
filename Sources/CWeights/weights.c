#include "cweights.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char reader[] __attribute__((aligned(64))) = {
#embed "../Signals/Weights/reader.bin"
};

static const unsigned char behaviours[] __attribute__((aligned(64))) = {
#embed "../Signals/Weights/behaviours.bin"
};

static const unsigned char private_matters[] __attribute__((aligned(64))) = {
#embed "../Signals/Weights/private.bin"
};

static const unsigned char reach[] __attribute__((aligned(64))) = {
#embed "../Signals/Weights/reach.bin"
};

const void *cweights_reader(void) { return reader; }

size_t cweights_reader_size(void) { return sizeof reader; }

const void *cweights_behaviours(void) { return behaviours; }

size_t cweights_behaviours_size(void) { return sizeof behaviours; }

const void *cweights_private(void) { return private_matters; }

size_t cweights_private_size(void) { return sizeof private_matters; }

const void *cweights_reach(void) { return reach; }

size_t cweights_reach_size(void) { return sizeof reach; }
