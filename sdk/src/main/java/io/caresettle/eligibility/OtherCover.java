package io.caresettle.eligibility;

import io.caresettle.money.VoluntaryPayer;
import java.time.LocalDate;
import java.util.Optional;

/** That a commercial insurer or a mutual fund covers somebody, by the centre's word. */
public record OtherCover(VoluntaryPayer payer, LocalDate from, Optional<LocalDate> to)
    implements Dated {}
