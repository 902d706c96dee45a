/// What keeps the transformer reader from reading, or its installation from being done.
public enum ModelError: Error, Sendable, Hashable {
    /// Nothing is installed there for this version.
    case notInstalled(folder: String, version: String)
    /// A file that belongs to the installation is not there.
    case missing(path: String)
    /// A file is not the one that this version was made with; it was neither loaded nor used.
    case otherFile(path: String, expected: String, found: String)
    /// A file cannot be read.
    case cannotRead(path: String, reason: String)
    /// A file or folder cannot be written.
    case cannotWrite(path: String, reason: String)
    /// A part of the program itself does not fit the rest.
    case damagedPart(String)
    /// The shared library does not open.
    case cannotOpenLibrary(path: String, reason: String)
    /// The library does not take the model.
    case cannotLoadModel(reason: String)
    /// A run of the model failed.
    case cannotRun(reason: String)
    /// No library is known for this kind of machine.
    case otherPlatform(String)
    /// A package is not in the folder that was named.
    case noPackage(file: String, folder: String)
    /// An address that is not HTTPS.
    case notSecure(address: String)
    /// The index or a file cannot be fetched.
    case cannotFetch(address: String, reason: String)
    /// The index does not list the file.
    case notListed(file: String, address: String)
    /// A package cannot be unpacked.
    case cannotUnpack(path: String, entry: String, reason: String)
    /// The encoder's file is not as its sum promised.
    case notTensors(String)
}
