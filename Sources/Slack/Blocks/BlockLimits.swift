/// What Slack bears in a block, a form and a message.
///
/// Units: UTF-16 units for texts, which is no less careful than any way Slack may count; elements for lists.
/// Source: Slack documentation, "Block Kit reference"; `docs/methods.md`, "Slack, live".
public enum BlockLimits {
    /// Blocks of a message.
    public static let messageBlocks = 50
    /// Blocks of a form or home page.
    public static let viewBlocks = 100
    /// Words of a section.
    public static let section = 3000
    /// Fields of a section, and words of each.
    public static let fields = 10
    /// Words of a field.
    public static let field = 2000
    /// Words of a header.
    public static let header = 150
    /// Elements of a context line.
    public static let contextElements = 10
    /// Elements of a row of actions.
    public static let actions = 25
    /// Words on a button.
    public static let button = 75
    /// A button's value.
    public static let buttonValue = 2000
    /// Any address.
    public static let address = 3000
    /// Options of a menu.
    public static let options = 100
    /// Radio buttons or checkboxes.
    public static let choices = 10
    /// Words of an option; what it stands for; what stands below it.
    public static let option = 75
    /// Words in an empty field.
    public static let placeholder = 150
    /// Words over an input, and below it.
    public static let label = 2000
    /// What can be typed.
    public static let typed = 3000
    /// Title and buttons of a form.
    public static let title = 24
    /// What is written into a form for ourselves.
    public static let metadata = 3000
    /// Any id.
    public static let identifier = 255
    /// Words of a message that stand for its blocks.
    public static let message = 4000
    /// Title of a question before a button acts.
    public static let confirmTitle = 100
    /// Words of that question.
    public static let confirmText = 300
    /// Its two answers.
    public static let confirmAnswer = 30
}
