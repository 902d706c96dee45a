extension ModelError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .notInstalled(let folder, let version):
            "The transformer reader, version \(version), is not installed in \(folder). "
                + "Run `crosstie models install`, or go on with the built-in reader."
        case .missing(let path):
            "\(path) is missing. Run `crosstie models remove` and `crosstie models install`."
        case .otherFile(let path, let expected, let found):
            "\(path) is not the file that this version was made with (SHA-256 \(found.prefix(12))…, expected "
                + "\(expected.prefix(12))…); it was not used. Run `crosstie models remove` and `crosstie models install`; "
                + "if that does not help, somebody may have changed the file on the way."
        case .cannotRead(let path, let reason): "\(path) cannot be read: \(reason). Check who may read it."
        case .cannotWrite(let path, let reason):
            "\(path) cannot be written: \(reason). Make room or choose another folder with --models."
        case .damagedPart(let part):
            "\(part) does not fit this version of the program. Build again from a clean checkout."
        case .cannotOpenLibrary(let path, let reason):
            "ONNX Runtime at \(path) does not open: \(reason). It needs a system like the one that its package names; "
                + "go on with the built-in reader."
        case .cannotLoadModel(let reason): "ONNX Runtime does not take the model: \(reason). Please report it."
        case .cannotRun(let reason): "The model could not read a message: \(reason). Please report it."
        case .otherPlatform(let platform):
            "There is no ONNX Runtime package for \(platform). The built-in reader works everywhere."
        case .noPackage(let file, let folder):
            "\(file) is not in \(folder). Fetch it with `pip download --no-deps` and point --from at its folder."
        case .notSecure(let address): "\(address) is not an HTTPS address. Give one that begins with https://."
        case .cannotFetch(let address, let reason):
            "\(address) cannot be fetched: \(reason). What was fetched is kept; the same command goes on from there. "
                + "Without a network, use --from FOLDER."
        case .notListed(let file, let address):
            "\(address) does not list \(file). Give another index with --index, or use --from FOLDER."
        case .cannotUnpack(let path, let entry, let reason):
            "\(entry) cannot be taken out of \(path): \(reason). Remove the file and run the command again."
        case .notTensors(let detail): "The encoder's numbers cannot be used: \(detail). Please report it."
        }
    }
}
