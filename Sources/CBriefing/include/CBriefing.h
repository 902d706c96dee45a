#ifndef CBRIEFING_H
#define CBRIEFING_H

#include <stddef.h>

/// The word vectors, as `training/words.py` wrote them; aligned to 64 bytes, never changed.
const void *cbriefing_words(void);
/// How many bytes they are.
size_t cbriefing_words_count(void);

/// Topics, roles and industries as JSON; no terminating zero.
const unsigned char *cbriefing_topics(void);
/// How many bytes it has.
size_t cbriefing_topics_count(void);

/// The starter catalogue of feeds as JSON; no terminating zero.
const unsigned char *cbriefing_feeds(void);
/// How many bytes it has.
size_t cbriefing_feeds_count(void);

#endif
