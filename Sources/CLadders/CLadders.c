#include "CLadders.h"

// #embed is C23 and still called an extension by clang in C17 mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char reference[] = {
#embed "../../ladders/reference.yml"
};

const unsigned char *cladders_reference(void) { return reference; }
size_t cladders_reference_count(void) { return sizeof reference; }
