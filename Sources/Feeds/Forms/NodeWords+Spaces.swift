/// Names that feeds borrow from elsewhere: Dublin Core, media, podcasts.
extension NodeWords {
    mutating func readDublinCore(_ child: MarkupNode) {
        switch child.local {
        case "title": keepTitle(child, rank: 3)
        case "creator", "author", "publisher", "contributor":
            if child.local == "creator" || child.local == "author" { addAuthor(child.text) }
        case "date": keep(\.published, child.text, "published", rank: 3)
        case "subject": addCategory(child.text)
        case "description": keepSummary(child, rank: 2)
        case "identifier": if wins("id", rank: 1), !child.text.isEmpty { id = child.text }
        case "language": language = language ?? child.text.nilIfEmpty
        default: break
        }
    }

    mutating func readTerms(_ child: MarkupNode) {
        switch child.local {
        case "issued", "available", "date", "datesubmitted": keep(\.published, child.text, "published", rank: 3)
        case "created": keep(\.created, child.text, "created", rank: 3)
        case "modified": keep(\.updated, child.text, "updated", rank: 3)
        case "title": keepTitle(child, rank: 2)
        case "creator": addAuthor(child.text)
        default: break
        }
    }

    mutating func readMedia(_ child: MarkupNode) {
        switch child.local {
        case "title": keepTitle(child, rank: 1)
        case "description": keepSummary(child, rank: 1)
        case "content": if let url = child.value("url") { keepEnclosure(child, url) }
        case "group":
            for inner in child.children { readMedia(inner) }
        default: break
        }
    }

    mutating func readPodcast(_ child: MarkupNode) {
        switch child.local {
        case "title": keepTitle(child, rank: 1)
        case "author": addAuthor(child.text)
        case "summary": keepSummary(child, rank: 1)
        case "subtitle": if tagline == nil { tagline = words(child) }
        case "category": if let text = child.value("text") { addCategory(text) }
        case "new-feed-url": movedTo = movedTo ?? child.text.nilIfEmpty
        default: break
        }
    }
}
