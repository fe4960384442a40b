package io.caresettle.sdk;

import io.caresettle.longtermcare.CareTerms;
import io.caresettle.policy.author.PolicyBook;
import java.util.Optional;

/** The terms of long-term care beside the packs in use: read once for each book of packs. */
final class TermsInUse {

  private record Known(PolicyBook packs, CareTerms terms) {}

  private Optional<Known> known = Optional.empty();

  synchronized CareTerms beside(PolicyBook packs) {
    if (known.filter(k -> k.packs() == packs).isEmpty()) {
      known = Optional.of(new Known(packs, CareTerms.shipped(packs)));
    }
    return known.orElseThrow().terms();
  }
}
