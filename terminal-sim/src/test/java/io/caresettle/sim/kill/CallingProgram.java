package io.caresettle.sim.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * A hospital's program in a process of its own, which settles one bill after the other at a till of
 * another process and keeps durable books of its own. A later life of it takes up what the one
 * before left, by asking; the till may be killed meanwhile, too.
 */
final class CallingProgram {

  /** Who buys, each at a counter of their own. */
  private static final List<String> BUYERS = List.of("P0000001", "P0000002", "P0000004");

  private final ProgramBooks books;
  private final Queue<ProgramBooks.Row> left = new ArrayDeque<>();
  private final String life;
  private int begun;
  private volatile int port;
  private volatile boolean finishing;

  private CallingProgram(ProgramBooks books, String life) {
    this.books = books;
    this.life = life;
    left.addAll(books.open());
  }

  /**
   * Begins bills until the input says finish, then ends those that it began.
   *
   * @param args the file of its books, and a name for this life
   */
  public static void main(String... args) throws IOException, InterruptedException {
    try (ProgramBooks books = ProgramBooks.open(Path.of(args[0]))) {
      CallingProgram program = new CallingProgram(books, args[1]);
      List<Thread> counters = new ArrayList<>();
      for (String buyer : BUYERS) {
        Thread counter = new Thread(() -> program.work(buyer), "counter-" + buyer);
        counter.setDaemon(true);
        counter.start();
        counters.add(counter);
      }
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String told = in.readLine(); !"finish".equals(told); told = in.readLine()) {
        if (told == null) {
          Runtime.getRuntime().halt(3);
          return;
        }
        program.port = Integer.parseInt(told.substring("till ".length()));
      }
      program.finishing = true;
      for (Thread counter : counters) {
        counter.join();
      }
      System.out.println("DONE");
    }
  }

  private void work(String buyer) {
    while (true) {
      try (Socket till = new Socket(InetAddress.getLoopbackAddress(), port);
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(till.getInputStream(), StandardCharsets.UTF_8));
          PrintStream out = new PrintStream(till.getOutputStream(), true, StandardCharsets.UTF_8)) {
        Asking asking =
            question -> {
              out.println(question);
              String answer = in.readLine();
              if (answer == null) {
                throw new IOException("The till is gone");
              }
              return answer;
            };
        // What no book holds was begun by nobody.
        strangers(asking);
        for (Optional<ProgramBooks.Row> row = next(); row.isPresent(); row = next()) {
          serve(asking, row.get(), buyer);
        }
        return;
      } catch (IOException e) {
        // The till was killed: its next life is told to us by its port.
        LockSupport.parkNanos(20_000_000L);
      }
    }
  }

  /** One question and its answer. */
  private interface Asking {
    String ask(String question) throws IOException;
  }

  private void strangers(Asking till) throws IOException {
    for (String number : till.ask("unfinished").split(" ", -1)) {
      if (!number.isEmpty() && !number.equals("BILLS") && !books.has(number)) {
        System.out.println("STRANGER " + number);
      }
    }
  }

  private synchronized Optional<ProgramBooks.Row> next() {
    Optional<ProgramBooks.Row> row = Optional.ofNullable(left.poll());
    return row.isPresent() || finishing
        ? row
        : Optional.of(books.begin("K" + life + "-" + begun++));
  }

  private synchronized void putBack(ProgramBooks.Row row) {
    left.add(books.row(row.number()));
  }

  private void serve(Asking till, ProgramBooks.Row row, String buyer) throws IOException {
    try {
      if (row.stage() == ProgramBooks.Stage.BEGUN) {
        end(till, row.number(), buyer);
      }
      till.ask("booked " + row.number());
      books.acknowledged(row.number());
    } catch (IOException e) {
      putBack(row);
      throw e;
    }
  }

  /** Asks what became of it first: an earlier life, or a till that is dead, may have settled it. */
  private void end(Asking till, String number, String buyer) throws IOException {
    String answer = till.ask("outcome " + number);
    while (true) {
      String[] said = answer.split(" ", 2);
      switch (said[0]) {
        case "SETTLED" -> {
          books.settled(number, said[1]);
          System.out.println("BOOKED " + number + " " + said[1]);
          return;
        }
        case "REFUSED" -> {
          books.notSettled(number);
          System.out.println("CASH " + number + " " + said[1]);
          return;
        }
        case "UNKNOWN" -> answer = till.ask("resolve " + number);
        case "NONE", "UNREACHABLE" -> answer = till.ask("settle " + number + " " + buyer);
        default -> {
          System.out.println(number + " " + answer);
          LockSupport.parkNanos(200_000_000L);
          answer = till.ask("outcome " + number);
        }
      }
    }
  }
}
