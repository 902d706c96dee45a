#ifndef CONNX_H
#define CONNX_H

#include <stddef.h>
#include <stdint.h>

/// An opened ONNX Runtime with one model in it.
typedef struct connx_model connx_model;

/// The version of the runtime's C interface that is asked for; its functions never move within later versions.
#define CONNX_API_VERSION 18

/// Opens the library that an open file holds (on Linux by `descriptor`, elsewhere by `path`) and asks it for its interface.
///
/// Returns NULL when that fails, with the reason in `words`. The library stays open until the program ends, since its
/// threads may outlive every model.
const void *connx_open(const char *path, int descriptor, char *words, size_t room);

/// The library's version, as it says itself.
const char *connx_version(const void *interface);

/// Loads a graph whose numbers lie in the bytes of one other file, named `weights_name` in the graph.
///
/// Both must stay where they are until the model is closed. `threads` work on one run. NULL on failure.
connx_model *connx_load(const void *interface, const void *graph, size_t graph_size, const char *weights_name,
                        void *weights, size_t weights_size, int threads, char *words, size_t room);

/// Runs the model on a rectangle of whole numbers; may be called from several threads at once.
///
/// The inputs are `ids`, `kinds` and `mask`, each `rows` × `columns`; `rows` × `outputs` scores are written. Returns 0
/// when that worked.
int connx_run(const connx_model *model, const int64_t *ids, const int64_t *kinds, const int64_t *mask, size_t rows,
              size_t columns, size_t outputs, float *scores, char *words, size_t room);

/// Closes a model.
void connx_close(connx_model *model);

/// What the repository keeps of the transformer reader; see `models/`.
typedef enum { CONNX_MANIFEST = 0, CONNX_DELTA = 1, CONNX_GRAPH = 2, CONNX_FOLDING = 3 } connx_file;

/// The bytes of one of these files, aligned to 64.
const unsigned char *connx_bytes(connx_file file);

/// How many they are.
size_t connx_size(connx_file file);

#endif
