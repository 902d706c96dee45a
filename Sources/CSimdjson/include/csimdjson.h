#ifndef CSIMDJSON_H
#define CSIMDJSON_H

// A C face on simdjson's document parser: parse once, then walk the tape without copying.
// Every value and text is valid until its parser's next parse, or until the parser is freed.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Readable bytes that must follow the document in its buffer.
#define CSJ_PADDING 64

typedef struct csj_parser csj_parser;
typedef struct csj_names csj_names;

// A place in a parsed document; a null tape stands for "not there".
typedef struct {
    const void *tape;
    size_t place;
} csj_value;

// UTF-8, not ended by a zero; may hold zeros.
typedef struct {
    const uint8_t *bytes;
    size_t count;
} csj_text;

typedef struct {
    csj_value next;
    csj_value end;
} csj_cursor;

typedef enum {
    CSJ_OK = 0,
    CSJ_EMPTY = 1,
    CSJ_TOO_DEEP = 2,
    CSJ_NOT_UTF8 = 3,
    CSJ_BAD_STRING = 4,
    CSJ_UNCLOSED = 5,
    CSJ_NO_MEMORY = 6,
    CSJ_MALFORMED = 7,
} csj_outcome;

typedef enum {
    CSJ_ABSENT = 0,
    CSJ_NULL = 1,
    CSJ_BOOL = 2,
    CSJ_NUMBER = 3,
    CSJ_STRING = 4,
    CSJ_ARRAY = 5,
    CSJ_OBJECT = 6,
} csj_kind;

csj_parser *csj_parser_new(void);
void csj_parser_free(csj_parser *parser);

// `bytes` needs CSJ_PADDING readable bytes after `count`.
csj_outcome csj_parse(csj_parser *parser, const uint8_t *bytes, size_t count, size_t depth, csj_value *root);

csj_kind csj_kind_of(csj_value value);
bool csj_string(csj_value value, csj_text *text);
bool csj_integer(csj_value value, int64_t *integer);
bool csj_number(csj_value value, double *number);
bool csj_true(csj_value value);

// Walks an array; of anything else there is nothing to walk.
csj_cursor csj_elements(csj_value array);
bool csj_next(csj_cursor *cursor, csj_value *value);

// Walks an object's fields in their order; of anything else there is nothing to walk.
csj_cursor csj_fields(csj_value object);
bool csj_next_field(csj_cursor *cursor, csj_text *name, csj_value *value);

// The first field of that name; absent when the value is no object or has none.
csj_value csj_get(csj_value object, const uint8_t *name, size_t count);

// A set of names, made once, to pick many fields in one walk over an object.
csj_names *csj_names_new(const char *const *names, size_t count);
void csj_names_free(csj_names *names);
// Writes one value for each name, absent where the object has none; the first of equal names counts.
// Returns how many fields the object has.
size_t csj_pick(const csj_names *names, csj_value object, csj_value *picked);

#ifdef __cplusplus
}
#endif

#endif
