package io.caresettle.journal;

import java.util.ArrayList;
import java.util.List;

/** The acts of a journal, sealed and opened on the threads of those who ask. */
final class ActBook {

  private final JournalWriter writer;
  private final Chain chain;
  private final DataKeys dataKeys;
  private final DayKeys dayKeys;

  ActBook(JournalWriter writer, Chain chain, DataKeys dataKeys, DayKeys dayKeys) {
    this.writer = writer;
    this.chain = chain;
    this.dataKeys = dataKeys;
    this.dayKeys = dayKeys;
  }

  /** As in {@link Journal#noteWithNext}. */
  void noteWithNext(List<ActDraft> drafts) {
    Life life = chain.life();
    List<SealedBody> bodies = sealed(life, drafts);
    writer.writeWithNext(connection -> Acts.insert(connection, chain, life, drafts, bodies));
  }

  private List<SealedBody> sealed(Life life, List<ActDraft> drafts) {
    return drafts.stream()
        .map(draft -> Acts.seal(dayKeys.of(DataKeys.dayOf(draft.time())), life.epoch(), draft))
        .toList();
  }

  List<Act> note(List<ActDraft> drafts) {
    Life life = chain.life();
    List<SealedBody> bodies = sealed(life, drafts);
    List<Long> positions =
        writer.write(connection -> Acts.insert(connection, chain, life, drafts, bodies));
    List<Act> kept = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      ActDraft d = drafts.get(i);
      kept.add(
          new Act(
              positions.get(i),
              life.epoch(),
              d.kind(),
              d.visitNumber(),
              d.operatorId(),
              d.time(),
              d.body(),
              d.signature()));
    }
    return kept;
  }

  /** Also those that were to be kept with whatever is written next: that is this. */
  List<Act> read(JournalWriter.Work<List<Acts.Row>> acts) {
    List<Acts.Row> rows =
        writer.write(
            connection -> {
              List<Acts.Row> read = acts.on(connection);
              for (Acts.Row row : read) {
                dataKeys.learn(connection, row.body().dataKey());
              }
              return read;
            });
    return rows.stream().map(row -> row.open(dataKeys)).toList();
  }
}
