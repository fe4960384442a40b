package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The disk under a journal's file. */
interface LocalDisk {

  /** Locks of these are a promise of another machine, and so is what they say is written. */
  Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs3",
          "nfs4",
          "cifs",
          "smb",
          "smbfs",
          "smb2",
          "smb3",
          "9p",
          "afs",
          "afpfs",
          "ceph",
          "glusterfs",
          "lustre",
          "gpfs",
          "ncpfs",
          "webdav",
          "davfs",
          "coda",
          "ocfs2",
          "gfs2",
          "beegfs",
          "virtiofs",
          "vboxsf",
          "vmhgfs",
          "prl_fs");

  /** What kind of file system the folder is in. */
  String type(Path folder) throws IOException;

  /** How many bytes more it takes. */
  long usable(Path folder) throws IOException;

  /** The disk of this machine. */
  static LocalDisk real() {
    return new LocalDisk() {
      @Override
      public String type(Path folder) throws IOException {
        return Files.getFileStore(folder).type();
      }

      /** Not by the file store: that reads all mounts of the machine, at each record. */
      @Override
      public long usable(Path folder) {
        return folder.toFile().getUsableSpace();
      }
    };
  }

  /** The folder in which {@code file} is or will be. */
  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /**
   * Refuses a disk that a journal cannot live on.
   *
   * @throws JournalUnavailable when {@code file} is on another machine's disk
   */
  default void requireLocal(Path file) {
    String type;
    try {
      type = type(folder(file)).toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new JournalUnavailable(
          "The folder of the journal " + file + " cannot be looked at: is it there?", e);
    }
    boolean share = file.toAbsolutePath().toString().startsWith("\\\\");
    if (share || NETWORK.contains(type) || type.startsWith("fuse.")) {
      throw new JournalUnavailable(
          JournalUnavailable.Reason.NOT_LOCAL,
          "The journal "
              + file
              + " is on a network drive ("
              + (share ? "a share" : type)
              + "), which cannot promise that it keeps what it says it keeps: name a file on a disk"
              + " of this machine, or keep the journal in PostgreSQL");
    }
  }
}
