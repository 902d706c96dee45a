import Foundation

func writeFile(_ path: String, _ text: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
}
func removeFile(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
func pause() { usleep(1000) }
func rights(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}
