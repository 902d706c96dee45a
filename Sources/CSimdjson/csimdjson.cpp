#include "csimdjson.h"

#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>

#include <cstring>
#include <new>
#include <string>
#include <vector>

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

static_assert(CSJ_PADDING >= simdjson::SIMDJSON_PADDING, "the promised padding must be enough");

namespace {

// Elements and iterators are a document pointer and a tape index; they cross the border as those bits.
template <typename T> csj_value packed(const T &thing) { return __builtin_bit_cast(csj_value, thing); }
template <typename T> T unpacked(const csj_value &value) { return __builtin_bit_cast(T, value); }

const csj_value absent = {nullptr, 0};
const size_t longest_name = 40;

csj_outcome outcome_of(simdjson::error_code code) {
    switch (code) {
    case simdjson::SUCCESS: return CSJ_OK;
    case simdjson::EMPTY: return CSJ_EMPTY;
    case simdjson::DEPTH_ERROR: return CSJ_TOO_DEEP;
    case simdjson::UTF8_ERROR: return CSJ_NOT_UTF8;
    case simdjson::STRING_ERROR:
    case simdjson::UNESCAPED_CHARS: return CSJ_BAD_STRING;
    case simdjson::UNCLOSED_STRING: return CSJ_UNCLOSED;
    case simdjson::MEMALLOC:
    case simdjson::CAPACITY: return CSJ_NO_MEMORY;
    default: return CSJ_MALFORMED;
    }
}

} // namespace

struct csj_parser {
    simdjson::dom::parser parser;
};

struct csj_names {
    struct entry {
        std::string name;
        size_t index;
    };
    std::vector<entry> by_length[longest_name + 1];
    size_t count;
};

csj_parser *csj_parser_new(void) { return new (std::nothrow) csj_parser(); }
void csj_parser_free(csj_parser *parser) { delete parser; }

csj_outcome csj_parse(csj_parser *parser, const uint8_t *bytes, size_t count, size_t depth, csj_value *root) {
    *root = absent;
    if (count == 0) return CSJ_EMPTY;
    if (parser->parser.capacity() < count || parser->parser.max_depth() != depth) {
        // Doubling keeps a run of slowly growing files from allocating for each of them.
        size_t room = parser->parser.capacity() * 2 > count ? parser->parser.capacity() * 2 : count;
        if (room < 65536) room = 65536;
        simdjson::error_code code = parser->parser.allocate(room, depth);
        if (code) return outcome_of(code);
    }
    element found;
    simdjson::error_code code = parser->parser.parse(bytes, count, false).get(found);
    if (code) return outcome_of(code);
    *root = packed(found);
    return CSJ_OK;
}

csj_kind csj_kind_of(csj_value value) {
    if (!value.tape) return CSJ_ABSENT;
    switch (unpacked<element>(value).type()) {
    case element_type::ARRAY: return CSJ_ARRAY;
    case element_type::OBJECT: return CSJ_OBJECT;
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE: return CSJ_NUMBER;
    case element_type::STRING: return CSJ_STRING;
    case element_type::BOOL: return CSJ_BOOL;
    default: return CSJ_NULL;
    }
}

bool csj_string(csj_value value, csj_text *text) {
    if (!value.tape) return false;
    std::string_view view;
    if (unpacked<element>(value).get_string().get(view)) return false;
    text->bytes = reinterpret_cast<const uint8_t *>(view.data());
    text->count = view.size();
    return true;
}

bool csj_integer(csj_value value, int64_t *integer) {
    return value.tape && !unpacked<element>(value).get_int64().get(*integer);
}

bool csj_number(csj_value value, double *number) {
    return value.tape && !unpacked<element>(value).get_double().get(*number);
}

bool csj_true(csj_value value) {
    bool truth = false;
    return value.tape && !unpacked<element>(value).get_bool().get(truth) && truth;
}

csj_cursor csj_elements(csj_value value) {
    array found;
    if (!value.tape || unpacked<element>(value).get_array().get(found)) return {absent, absent};
    return {packed(found.begin()), packed(found.end())};
}

bool csj_next(csj_cursor *cursor, csj_value *value) {
    if (!cursor->next.tape || cursor->next.place == cursor->end.place) return false;
    array::iterator place = unpacked<array::iterator>(cursor->next);
    *value = packed(*place);
    ++place;
    cursor->next = packed(place);
    return true;
}

csj_cursor csj_fields(csj_value value) {
    object found;
    if (!value.tape || unpacked<element>(value).get_object().get(found)) return {absent, absent};
    return {packed(found.begin()), packed(found.end())};
}

bool csj_next_field(csj_cursor *cursor, csj_text *name, csj_value *value) {
    if (!cursor->next.tape || cursor->next.place == cursor->end.place) return false;
    object::iterator place = unpacked<object::iterator>(cursor->next);
    std::string_view key = place.key();
    name->bytes = reinterpret_cast<const uint8_t *>(key.data());
    name->count = key.size();
    *value = packed(place.value());
    ++place;
    cursor->next = packed(place);
    return true;
}

csj_value csj_get(csj_value value, const uint8_t *name, size_t count) {
    object found;
    if (!value.tape || unpacked<element>(value).get_object().get(found)) return absent;
    std::string_view wanted(reinterpret_cast<const char *>(name), count);
    for (object::iterator field = found.begin(); field != found.end(); ++field)
        if (field.key() == wanted) return packed(field.value());
    return absent;
}

csj_names *csj_names_new(const char *const *names, size_t count) {
    csj_names *set = new (std::nothrow) csj_names();
    if (!set) return nullptr;
    set->count = count;
    for (size_t index = 0; index < count; index++) {
        std::string name(names[index]);
        if (name.size() <= longest_name) set->by_length[name.size()].push_back({name, index});
    }
    return set;
}

void csj_names_free(csj_names *names) { delete names; }

size_t csj_pick(const csj_names *names, csj_value value, csj_value *picked) {
    for (size_t index = 0; index < names->count; index++) picked[index] = absent;
    object found;
    if (!value.tape || unpacked<element>(value).get_object().get(found)) return 0;
    size_t fields = 0;
    for (object::iterator field = found.begin(); field != found.end(); ++field) {
        fields++;
        std::string_view key = field.key();
        if (key.size() > longest_name) continue;
        for (const csj_names::entry &entry : names->by_length[key.size()]) {
            if (std::memcmp(entry.name.data(), key.data(), key.size()) != 0) continue;
            if (!picked[entry.index].tape) picked[entry.index] = packed(field.value());
            break;
        }
    }
    return fields;
}
