package io.caresettle.protocol.bench;

import com.google.protobuf.InvalidProtocolBufferException;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.session.Ends;
import io.caresettle.protocol.wire.SignedDocument;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * (c) A settlement signed by the till and its receipt signed by the centre, each sealed, sent,
 * opened and verified at the other end, beside two signatures and two verifications.
 */
@State(Scope.Thread)
public class Signing {

  private final Ends.Pair ends = new Ends().session(1);
  private final PartyKeys till = PartyKeys.generate("TILL-1", new SecureRandom());
  private final PartyKeys centre = PartyKeys.generate("CENTRE", new SecureRandom());
  private final byte[] document = new byte[370];
  private final Bare.Pair tillsPair = new Bare.Pair();
  private final Bare.Pair centresPair = new Bare.Pair();

  @Benchmark
  public byte[] signedSettlement() throws InvalidProtocolBufferException {
    byte[] asked = Documents.sign(till, DocumentContext.SETTLEMENT, document).toByteArray();
    byte[] up = ends.centre().open(ends.till().seal(9, "M-1", "", 1, asked)).payload().bytes();
    byte[] bill =
        Documents.verify(till.identity(), DocumentContext.SETTLEMENT, SignedDocument.parseFrom(up));
    byte[] receipt = Documents.sign(centre, DocumentContext.SETTLEMENT_RECEIPT, bill).toByteArray();
    byte[] down =
        ends.till().open(ends.centre().seal(10, "C-1", "M-1", 1, receipt)).payload().bytes();
    return Documents.verify(
        centre.identity(), DocumentContext.SETTLEMENT_RECEIPT, SignedDocument.parseFrom(down));
  }

  @Benchmark
  public boolean bare() throws CryptoException {
    return tillsPair.signAndVerify(document) && centresPair.signAndVerify(document);
  }
}
