#ifndef CXML_SHIM_H
#define CXML_SHIM_H

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <libxml/xmlversion.h>
// Debian's libxml2 uses ICU inside; its headers would bring ICU's, which Foundation has a copy of. Nothing here touches it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>

// Macros, variables and enumerations that Swift cannot take over as they are.

/// Reads XML as far as it goes: no network, no entity is ever expanded, nothing is printed, depth and size keep libxml2's limits.
static inline xmlDocPtr cxml_read(const char *bytes, int count, const char *address) {
    return xmlReadMemory(bytes, count, address, "UTF-8",
                         XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
}

/// Reads HTML as far as it goes, quietly and without network.
static inline htmlDocPtr cxml_read_html(const char *bytes, int count, const char *address) {
    return htmlReadMemory(bytes, count, address, "UTF-8",
                          HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT);
}

static inline int cxml_is_element(const xmlNode *node) { return node->type == XML_ELEMENT_NODE; }
static inline int cxml_is_text(const xmlNode *node) {
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}
static inline void cxml_free(void *bytes) { xmlFree(bytes); }
static inline int cxml_errno(void) { return errno; }
/// True when `iconv_open` found the encoding.
static inline int cxml_is_open(iconv_t line) { return line != (iconv_t)-1; }

/// Unpacks into `room`; gzip and zlib are told apart by their heads, a negative number of bits means bare deflate.
/// The count of bytes, or -1 for what is damaged, -2 for what does not fit.
static inline long cxml_unpack(const unsigned char *bytes, unsigned count, int bits, unsigned char *room, unsigned size) {
    z_stream line;
    memset(&line, 0, sizeof line);
    if (inflateInit2(&line, bits) != Z_OK) return -1;
    line.next_in = (unsigned char *)bytes;
    line.avail_in = count;
    line.next_out = room;
    line.avail_out = size;
    int outcome = inflate(&line, Z_FINISH);
    long written = (long)line.total_out;
    int full = line.avail_out == 0;
    inflateEnd(&line);
    if (outcome == Z_STREAM_END) return written;
    if (full) return -2;
    // Cut short: what came is kept, as with feeds that are cut short.
    return outcome == Z_BUF_ERROR && written > 0 ? written : -1;
}

#endif
