package io.caresettle.credential.code;

import com.google.zxing.LuminanceSource;
import org.jspecify.annotations.Nullable;

/** A grey picture as ZXing wants to see it. */
final class GreyLuminance extends LuminanceSource {

  private final GreyPicture picture;

  GreyLuminance(GreyPicture picture) {
    super(picture.width(), picture.height());
    this.picture = picture;
  }

  @Override
  public byte[] getRow(int y, byte @Nullable [] row) {
    byte[] into = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
    picture.copyRow(y, into);
    return into;
  }

  @Override
  public byte[] getMatrix() {
    return picture.levels();
  }
}
