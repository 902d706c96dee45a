#include "CBriefing.h"

// #embed is C23 and still called an extension by clang in C17 mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char words[] __attribute__((aligned(64))) = {
#embed "../Briefing/Data/words.bin"
};

static const unsigned char topics[] = {
#embed "../Briefing/Data/topics.json"
};

static const unsigned char feeds[] = {
#embed "../Briefing/Data/feeds.json"
};

const void *cbriefing_words(void) { return words; }
size_t cbriefing_words_count(void) { return sizeof words; }
const unsigned char *cbriefing_topics(void) { return topics; }
size_t cbriefing_topics_count(void) { return sizeof topics; }
const unsigned char *cbriefing_feeds(void) { return feeds; }
size_t cbriefing_feeds_count(void) { return sizeof feeds; }
