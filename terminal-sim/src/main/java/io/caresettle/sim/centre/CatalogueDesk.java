package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;

/** The benefit catalogue (医保目录), for whoever asks. */
record CatalogueDesk(ItemList items) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.CATALOGUE_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) {
    return items.answer();
  }

  /** The catalogue is public: nobody is refused. */
  @Override
  public MessageLite refuse(Refusal refusal) {
    return items.answer();
  }
}
