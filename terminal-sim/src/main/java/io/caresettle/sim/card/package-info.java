/**
 * Virtual social-security cards and a virtual PSAM, in memory, for tests and for integrators who
 * have no card and no reader.
 *
 * <p>They answer the commands of the standard with its status words and with real cryptography
 * under test root keys (ASCII {@code TEST-IRK}, {@code TEST-RKSSSE}, {@code TEST-RK1DF04} ...). No
 * authority's key is known here, so no card of this package opens anything real. The rules are
 * written a second time, apart from the reader in the sdk, so that the two check each other.
 *
 * <pre>{@code
 * VirtualCard card = new VirtualCard(CardFile.bundled("ceshi-jia"));
 * Authenticator psam = new PsamAuthenticator(VirtualPsam.withTestRoots());
 * SocialSecurityCard read = new CardReader().read(card, psam, LocalDate.of(2026, 11, 20));
 * }</pre>
 *
 * <p>The card holds the social-security environment with EF05 and EF06, DF01 to DF03 as empty
 * shells, the medical insurance in DF04 behind the PIN or the key RK1DF04 (EF05, EF15) or behind
 * the PIN alone (EF08), authentication both ways in three versions of the keys, the PIN with its
 * counter, its change and its unblocking. It has no purse and no updates. Key tries (3) and the
 * PIN's (3) are our figures; counters outlive resets and the slot.
 *
 * <p>A card file also says what goes wrong: pulled out or silent after so many commands, slow,
 * garbled, blocked, a copy without the key. See {@link io.caresettle.sim.card.CardProfile.Faults}.
 */
@NullMarked
package io.caresettle.sim.card;

import org.jspecify.annotations.NullMarked;
