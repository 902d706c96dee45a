#include "COnnx.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char manifest[] __attribute__((aligned(64))) = {
#embed "../../models/reader.json"
};

static const unsigned char delta[] __attribute__((aligned(64))) = {
#embed "../../models/reader.delta"
};

static const unsigned char graph[] __attribute__((aligned(64))) = {
#embed "../../models/reader.onnx"
};

static const unsigned char folding[] __attribute__((aligned(64))) = {
#embed "../../models/folding.bin"
};

static const struct {
    const unsigned char *bytes;
    size_t size;
} files[] = {
    {manifest, sizeof manifest},
    {delta, sizeof delta},
    {graph, sizeof graph},
    {folding, sizeof folding},
};

const unsigned char *connx_bytes(connx_file file) { return files[file].bytes; }

size_t connx_size(connx_file file) { return files[file].size; }
