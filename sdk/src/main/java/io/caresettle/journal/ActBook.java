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

  List<Act> note(List<ActDraft> drafts) {
    Life life = chain.life();
    List<SealedBody> bodies =
        drafts.stream()
            .map(draft -> Acts.seal(dayKeys.of(DataKeys.dayOf(draft.time())), life.epoch(), draft))
            .toList();
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

  List<Act> read(JournalWriter.Work<List<Acts.Row>> acts) {
    List<Acts.Row> rows =
        writer.read(
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
