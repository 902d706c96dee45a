/// Stands for the site's addresses, whose reading of segments is what forms are read with.
enum Link {}
