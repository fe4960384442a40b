package io.caresettle.sim.kill;

import io.caresettle.sim.Simulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A till and a program that calls it, one process each, of which any may be killed and follow. */
final class Load implements AutoCloseable {

  private final Simulator simulator;
  final String journal;
  final Path books;
  private final MovedClock clock;
  private final List<String> told = new ArrayList<>();
  private Victim till;
  private Victim program;
  private int lives;

  Load(Simulator simulator, String journal, Path books, MovedClock clock) {
    this.simulator = simulator;
    this.journal = journal;
    this.books = books;
    this.clock = clock;
    this.program = startProgram();
    this.till = startTill();
    introduce();
  }

  private Victim startTill() {
    return Victim.start(
        TillHost.class,
        Integer.toString(simulator.centre().address().getPort()),
        journal,
        Long.toString(clock.aheadMillis()));
  }

  private Victim startProgram() {
    return Victim.start(CallingProgram.class, books.toString(), Integer.toString(lives++));
  }

  private void introduce() {
    program.tell("till " + till.first("PORT ").substring("PORT ".length()));
  }

  void awaitRecords(int count) {
    till.await("KEPT ", count);
  }

  void killTill() {
    till.kill();
    told.addAll(till.said());
    till = startTill();
    introduce();
  }

  void killProgram() {
    program.kill();
    told.addAll(program.said());
    program = startProgram();
    introduce();
  }

  void killBoth() {
    till.kill();
    program.kill();
    told.addAll(till.said());
    told.addAll(program.said());
    program = startProgram();
    till = startTill();
    introduce();
  }

  /** What was begun comes to its end, and both processes end by themselves. */
  void finish() {
    program.tell("finish");
    program.first("DONE");
    program.join();
    till.tell("close");
    till.first("CLOSED");
    till.join();
    told.addAll(program.said());
    told.addAll(till.said());
  }

  /** All that any process ever said and that begins so, without it. */
  List<String> said(String beginning) {
    return told.stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .toList();
  }

  List<String> kept() {
    return said("KEPT ");
  }

  @Override
  public void close() {
    till.close();
    program.close();
  }
}
