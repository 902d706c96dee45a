import Foundation
import Testing

@testable import Web

/// How a template is taken apart into what people read.
@Suite struct `Words of templates` {
    @Test(
        arguments: [
            ("<p>Nothing is due.</p>", ["Nothing is due."]),
            (
                "<p>New since <time datetime=\"{{since.iso}}\">{{since.text}}</time></p>",
                ["New since <time>{{since.text}}</time>"]
            ),
            ("<li><a href=\"/ladder\"{{#here}} aria-current=\"page\"{{/here}}>Ladder</a></li>", ["Ladder"]),
            ("<p><a href=\"/a\">One way</a> <a href=\"/b\">Another</a></p>", ["One way", "Another"]),
            ("{{#mine}}Say{{/mine}}{{^mine}}Ask{{/mine}} what went unseen.", ["Say", "Ask", "what went unseen."]),
            ("<button aria-label=\"Done: {{cue}}\">Done</button>", ["Done: {{cue}}", "Done"]),
            ("<button aria-label=\"{{^on}}Mute{{/on}}{{#on}}Read{{/on}} {{name}}\">x</button>", ["Mute", "Read", "x"]),
            ("<p>{{who}}</p><p>{{a}}, {{b}} · {{> part}}</p>&#160;<span>Crosstie</span>", []),
            ("<pre><code>crosstie room open</code></pre>", []),
            ("<p>Open it: <code>crosstie room open</code>.</p>", ["Open it: <code>crosstie room open</code>."]),
            ("<p>{{#link}}<a href=\"{{href}}\">{{/link}}{{name}}{{#link}}</a>{{/link}} spoke</p>", ["spoke"]),
            ("{{<layout}}{{$title}}Your pay{{/title}}{{/layout}}", ["Your pay"]),
        ] as [(String, [String])]
    ) func `the words of a template are found`(_ template: String, _ keys: [String]) {
        #expect(TemplateWords(template).keys == keys)
    }

    @Test func `a translation gets the attributes of the template's tags, by order`() {
        let template = TemplateWords(
            "<p class=\"soft\"> From <time datetime=\"{{a.iso}}\">{{a.text}}</time>\n to "
                + "<time datetime=\"{{b.iso}}\">{{b.text}}</time>. </p>"
        )
        let written = template.written { _ in "<time>{{a.text}}</time> bis <time>{{b.text}}</time>." }
        #expect(
            written == "<p class=\"soft\"> <time datetime=\"{{a.iso}}\">{{a.text}}</time> bis "
                + "<time datetime=\"{{b.iso}}\">{{b.text}}</time>. </p>"
        )
    }

    @Test func `without a translation every template stays as it is`() throws {
        for (name, asset) in Asset.folder("Templates") where name.hasSuffix(".mustache") {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            #expect(TemplateWords(text).written { _ in nil } == text, "\(name)")
        }
    }

    @Test func `with its own words as translation every template stays the same but for white space`() throws {
        func spaced(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
        for (name, asset) in Asset.folder("Templates") where name.hasSuffix(".mustache") {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            #expect(spaced(TemplateWords(text).written { $0 }) == spaced(text), "\(name)")
        }
    }
}
