package io.caresettle.centre.sealed;

import io.caresettle.centre.CentreNews;
import io.caresettle.centre.Receipt;

/** For stories in which nobody listens. */
final class NoNews implements CentreNews {
  @Override
  public void sent(String type, int bytes, int sealedBytes) {}

  @Override
  public void received(String type, int bytes, int sealedBytes) {}

  @Override
  public void notAuthentic(String type) {}

  @Override
  public void lateReceipt(Receipt receipt) {}
}
