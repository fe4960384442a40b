package io.caresettle.credential.code;

import static io.caresettle.credential.code.BarSearch.lying;
import static io.caresettle.credential.code.LineThreshold.BENDS;
import static io.caresettle.credential.code.LineThreshold.HISTOGRAM;
import static io.caresettle.credential.code.LineThreshold.MIDRANGE;
import static io.caresettle.credential.code.LineThreshold.SHARP;
import static io.caresettle.credential.code.LineThreshold.SHARPER;
import static io.caresettle.credential.code.Views.Bits.HYBRID;
import static io.caresettle.credential.code.Views.Bits.HYBRID_INVERTED;
import static io.caresettle.credential.code.Views.Bits.LOCAL;
import static io.caresettle.credential.code.Views.Bits.LOCAL_INVERTED;
import static io.caresettle.credential.code.Views.Bits.STEEP;
import static io.caresettle.credential.code.Views.Bits.STEEP_INVERTED;

import java.util.List;

/**
 * One attempt at a picture, by name.
 *
 * <p>The list is in the order in which it is tried: what is cheap and finds much comes first. A
 * phone in dark mode needs attempts of its own, for ZXing never tries inverted colours by itself.
 */
record Stage(String name, Search search) {

  static final List<Stage> ALL =
      List.of(
          new Stage("qr", QrSearch.on(HYBRID)),
          new Stage("bars", lying(0, 1, 1, HISTOGRAM)),
          new Stage("qr inverted", QrSearch.on(HYBRID_INVERTED)),
          new Stage("qr fourth corner", QrSearch.corner(HYBRID)),
          new Stage("qr inverted, fourth corner", QrSearch.corner(HYBRID_INVERTED)),
          new Stage("qr half size", QrSearch.after(GreyPicture::halved)),
          new Stage("qr whole size", QrSearch.whole()),
          new Stage("bars averaged", lying(0, 5, 2, MIDRANGE)),
          new Stage("qr blurred, local threshold", QrSearch.on(LOCAL)),
          new Stage("qr local threshold, fourth corner", QrSearch.corner(LOCAL)),
          new Stage("bars averaged, inverted", lying(0, 5, 2, MIDRANGE).dark()),
          new Stage("bars rotated 20", lying(20, 3, 2, MIDRANGE)),
          new Stage("bars rotated -20", lying(-20, 3, 2, MIDRANGE)),
          new Stage("qr local threshold, bent grid", QrSearch.bent(LOCAL)),
          new Stage("qr levelled", QrSearch.after(Treatments::levelled)),
          new Stage("bars upright", lying(90, 3, 2, MIDRANGE)),
          new Stage("qr inverted, local threshold", QrSearch.on(LOCAL_INVERTED)),
          new Stage("bars by bends", lying(0, 7, 3, BENDS)),
          new Stage("qr steep, bent grid", QrSearch.bent(STEEP)),
          new Stage("bars rotated 10", lying(10, 3, 2, MIDRANGE)),
          new Stage("bars rotated -10", lying(-10, 3, 2, MIDRANGE)),
          new Stage("bars averaged widely", lying(0, 15, 2, MIDRANGE)),
          new Stage("qr median", QrSearch.after(Treatments::despeckled)),
          new Stage("qr bent grid", QrSearch.bent(HYBRID)),
          new Stage("bars sharper", lying(0, 9, 3, SHARPER)),
          new Stage("qr steep, inverted, bent grid", QrSearch.bent(STEEP_INVERTED)),
          new Stage("bars by bends, inverted", lying(0, 7, 3, BENDS).dark()),
          new Stage("qr sharpened", QrSearch.after(Treatments::sharpened)),
          new Stage("qr double size", QrSearch.doubled()),
          new Stage("qr double size, bent grid", QrSearch.doubledBent()),
          new Stage("bars sharpened", lying(0, 5, 3, SHARP)),
          new Stage("bars rotated 33", lying(33, 3, 2, MIDRANGE)),
          new Stage("bars rotated -33", lying(-33, 3, 2, MIDRANGE)),
          new Stage("qr rotated 20", QrSearch.after(p -> p.rotated(20))),
          new Stage("qr rotated -20", QrSearch.after(p -> p.rotated(-20))),
          new Stage("qr inverted, local threshold, corner", QrSearch.corner(LOCAL_INVERTED)),
          new Stage("qr inverted, bent grid", QrSearch.bent(HYBRID_INVERTED)),
          new Stage("bars rotated 55", lying(55, 3, 2, MIDRANGE)),
          new Stage("bars rotated -55", lying(-55, 3, 2, MIDRANGE)));
}
