#include "COnnx.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// ONNX Runtime's C interface is a table of functions that only ever grows at its end: a function keeps its place for good
// (their rule, checked by their build). So the table is read by place, without their header. Places 0…101 are those of
// interface version 1, in the order of the published `OrtApi`; 279 joined with version 18.
enum place {
    GET_ERROR_MESSAGE = 2,
    CREATE_ENV = 3,
    CREATE_SESSION_FROM_ARRAY = 8,
    RUN = 9,
    CREATE_SESSION_OPTIONS = 10,
    DISABLE_MEM_PATTERN = 17,
    SET_LOG_SEVERITY = 22,
    SET_OPTIMIZATION = 23,
    SET_THREADS = 24,
    INPUT_COUNT = 30,
    OUTPUT_COUNT = 31,
    CREATE_TENSOR = 49,
    TENSOR_DATA = 51,
    ELEMENT_COUNT = 64,
    TENSOR_SHAPE = 65,
    CREATE_CPU_MEMORY = 69,
    RELEASE_ENV = 92,
    RELEASE_STATUS = 93,
    RELEASE_MEMORY = 94,
    RELEASE_SESSION = 95,
    RELEASE_VALUE = 96,
    RELEASE_SHAPE = 99,
    RELEASE_OPTIONS = 100,
    FILES_IN_MEMORY = 279,
};

typedef struct {
    const void *(*api)(uint32_t version);
    const char *(*version)(void);
} base;

typedef struct {
    void *function[FILES_IN_MEMORY + 1];
} table;

typedef struct {
    const table *api;
    const base *origin;
} interface;

struct connx_model {
    const table *api;
    void *environment;
    void *session;
    void *memory;
};

enum { INT64 = 7, ERROR = 3, ARENA = 1, DEFAULT_MEMORY = 0, ALL_OPTIMIZATIONS = 99 };

// Each call through the table is cast to the function's own type.
#define CALL(api, place, type) ((type)(api)->function[place])

typedef void *(*with_one)(void *);
typedef void *(*with_int)(void *, int);
typedef void (*release)(void *);

static void say(char *words, size_t room, const char *text) {
    if (room) snprintf(words, room, "%s", text ? text : "");
}

// True when there is no status, that is, no error; else the words are kept and the status is given back.
static int fine(const table *api, void *status, char *words, size_t room) {
    if (!status) return 1;
    say(words, room, CALL(api, GET_ERROR_MESSAGE, const char *(*)(const void *))(status));
    CALL(api, RELEASE_STATUS, release)(status);
    return 0;
}

// Opens what a descriptor stands for, whatever became of its path. The system knows opened libraries by name, so the name
// must never stand for another file: the copy of the descriptor in it is kept for as long as the library.
static void *open_library(const char *path, int descriptor) {
#ifdef __linux__
    char name[64];
    (void)path;
    int kept = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (kept < 0) return NULL;
    snprintf(name, sizeof name, "/proc/self/fd/%d", kept);
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library) close(kept);
    return library;
#else
    (void)descriptor;
    return dlopen(path, RTLD_NOW | RTLD_LOCAL);
#endif
}

const void *connx_open(const char *path, int descriptor, char *words, size_t room) {
    void *library = open_library(path, descriptor);
    if (!library) return say(words, room, dlerror()), NULL;
    const base *(*origin)(void) = (const base *(*)(void))dlsym(library, "OrtGetApiBase");
    if (!origin) return say(words, room, "the library has no OrtGetApiBase"), NULL;
    interface *found = calloc(1, sizeof *found);
    if (!found) return say(words, room, "no memory"), NULL;
    found->origin = origin();
    found->api = found->origin ? found->origin->api(CONNX_API_VERSION) : NULL;
    if (!found->api) {
        free(found);
        return say(words, room, "the library does not offer interface version 18"), NULL;
    }
    return found;
}

const char *connx_version(const void *opened) {
    const interface *found = opened;
    return found->origin->version();
}

static int options_for(const table *api, const char *name, void *weights, size_t size, int threads, void **options,
                       char *words, size_t room) {
    if (!fine(api, CALL(api, CREATE_SESSION_OPTIONS, void *(*)(void **))(options), words, room)) return 0;
    const char *names[] = {name};
    char *buffers[] = {weights};
    size_t lengths[] = {size};
    return fine(api, CALL(api, SET_THREADS, with_int)(*options, threads), words, room)
        && fine(api, CALL(api, SET_LOG_SEVERITY, with_int)(*options, ERROR), words, room)
        && fine(api, CALL(api, SET_OPTIMIZATION, with_int)(*options, ALL_OPTIMIZATIONS), words, room)
        && fine(api, CALL(api, DISABLE_MEM_PATTERN, with_one)(*options), words, room)
        && fine(api,
                CALL(api, FILES_IN_MEMORY, void *(*)(void *, const char *const *, char *const *, const size_t *, size_t))(
                    *options, names, buffers, lengths, 1),
                words, room);
}

connx_model *connx_load(const void *opened, const void *graph, size_t graph_size, const char *weights_name, void *weights,
                        size_t weights_size, int threads, char *words, size_t room) {
    const table *api = ((const interface *)opened)->api;
    connx_model *model = calloc(1, sizeof *model);
    if (!model) return say(words, room, "no memory"), NULL;
    model->api = api;
    void *options = NULL;
    size_t inputs = 0, outputs = 0;
    int done =
        fine(api, CALL(api, CREATE_ENV, void *(*)(int, const char *, void **))(ERROR, "crosstie", &model->environment),
             words, room)
        && fine(api,
                CALL(api, CREATE_CPU_MEMORY, void *(*)(int, int, void **))(ARENA, DEFAULT_MEMORY, &model->memory), words,
                room)
        && options_for(api, weights_name, weights, weights_size, threads, &options, words, room)
        && fine(api,
                CALL(api, CREATE_SESSION_FROM_ARRAY, void *(*)(void *, const void *, size_t, void *, void **))(
                    model->environment, graph, graph_size, options, &model->session),
                words, room)
        && fine(api, CALL(api, INPUT_COUNT, void *(*)(void *, size_t *))(model->session, &inputs), words, room)
        && fine(api, CALL(api, OUTPUT_COUNT, void *(*)(void *, size_t *))(model->session, &outputs), words, room);
    if (options) CALL(api, RELEASE_OPTIONS, release)(options);
    if (done && (inputs != 3 || outputs != 1)) {
        say(words, room, "the graph does not take three inputs and give one output");
        done = 0;
    }
    if (!done) {
        connx_close(model);
        return NULL;
    }
    return model;
}

int connx_run(const connx_model *model, const int64_t *ids, const int64_t *kinds, const int64_t *mask, size_t rows,
              size_t columns, size_t outputs, float *scores, char *words, size_t room) {
    const table *api = model->api;
    const char *input_names[] = {"ids", "kinds", "mask"};
    const char *output_names[] = {"scores"};
    const int64_t *data[] = {ids, kinds, mask};
    int64_t shape[] = {(int64_t)rows, (int64_t)columns};
    void *inputs[3] = {NULL, NULL, NULL}, *output = NULL, *found_shape = NULL;
    size_t count = 0;
    float *found = NULL;
    int done = 1;
    for (int i = 0; i < 3 && done; i++)
        done = fine(api,
                    CALL(api, CREATE_TENSOR, void *(*)(const void *, void *, size_t, const int64_t *, size_t, int, void **))(
                        model->memory, (void *)data[i], rows * columns * sizeof(int64_t), shape, 2, INT64, &inputs[i]),
                    words, room);
    done = done
        && fine(api,
                CALL(api, RUN,
                     void *(*)(void *, const void *, const char *const *, void *const *, size_t, const char *const *,
                               size_t, void **))(model->session, NULL, input_names, inputs, 3, output_names, 1, &output),
                words, room)
        && fine(api, CALL(api, TENSOR_SHAPE, void *(*)(void *, void **))(output, &found_shape), words, room)
        && fine(api, CALL(api, ELEMENT_COUNT, void *(*)(void *, size_t *))(found_shape, &count), words, room)
        && fine(api, CALL(api, TENSOR_DATA, void *(*)(void *, void **))(output, (void **)&found), words, room);
    if (done && count != rows * outputs) {
        say(words, room, "the model gave another number of scores");
        done = 0;
    }
    if (done) memcpy(scores, found, count * sizeof(float));
    if (found_shape) CALL(api, RELEASE_SHAPE, release)(found_shape);
    if (output) CALL(api, RELEASE_VALUE, release)(output);
    for (int i = 0; i < 3; i++)
        if (inputs[i]) CALL(api, RELEASE_VALUE, release)(inputs[i]);
    return done ? 0 : 1;
}

void connx_close(connx_model *model) {
    if (!model) return;
    if (model->session) CALL(model->api, RELEASE_SESSION, release)(model->session);
    if (model->memory) CALL(model->api, RELEASE_MEMORY, release)(model->memory);
    if (model->environment) CALL(model->api, RELEASE_ENV, release)(model->environment);
    free(model);
}
