/**
 * Reading a social-security card (社会保障卡): what is sent, in which order, and what that proves.
 *
 * <p>A {@link io.caresettle.credential.card.CardTransport} is a slot; a {@link
 * io.caresettle.credential.card.CardReader} reads the card in it, {@link
 * io.caresettle.credential.card.CardPins} gives it a PIN, and an {@link
 * io.caresettle.credential.card.Authenticator} holds the keys that tell whether it is genuine.
 *
 * <h2>The order of a read</h2>
 *
 * <ol>
 *   <li>Power. The last eight historical bytes of the answer to reset are the card's
 *       diversification factor.
 *   <li>SELECT the social-security environment; its control information names the algorithm (01
 *       DES, 02 SSF33, 03 SM4). A card that names none uses SSF33 in Beijing and DES elsewhere.
 *   <li>EF05, the issuer's data, free to read: identification code, version of the specification,
 *       dates, card number. The area is the first six digits of the identification code, so the
 *       initialising body (tag 04) is not needed.
 *   <li>INTERNAL AUTHENTICATION with the question of the {@link
 *       io.caresettle.credential.card.Authenticator}, who judges the answer too: the terminal's own
 *       PSAM, or the centre. Whoever judges chooses the question and the version of the keys.
 *   <li>Third generation: GET CHALLENGE, whose answer goes to the authenticator together with the
 *       card's, so that a centre can judge the one and answer the other in a single message.
 *   <li>The dates, against the business date the caller names; the card number's check character.
 *   <li>Third generation: EXTERNAL AUTHENTICATION with the read key RKSSSE.
 *   <li>EF06, the holder's data: social security number, name and its extension (joined as bytes,
 *       then decoded), sex, date of birth; each is held against the number.
 *   <li>With a PIN ({@code readWithPin}): how many tries are left, which costs none; VERIFY, once;
 *       DF04 and what its EF05 says of the holder's medical insurance.
 *   <li>With the medical read key ({@code readWithMedicalKey}) in the PIN's place: DF04, GET
 *       CHALLENGE, EXTERNAL AUTHENTICATION with RK1DF04, the same items. A PSAM can answer for it;
 *       whoever cannot is a fault before the card's tries are touched.
 *   <li>By file and tag ({@code readItems}): the same proof, then what was asked for, the
 *       environment's files first; selecting DF04 takes the read key's right away.
 *   <li>Reset, also after a failure: no right survives the patient.
 * </ol>
 *
 * <h2>What is proved by what</h2>
 *
 * <ul>
 *   <li>Internal authentication proves that the chip holds a key derived from the authority's root
 *       by this city and this diversification factor: no copy of files can do that. Challenges that
 *       are fresh, and are the judge's own, keep a recorded answer from being played back, by the
 *       card to the terminal as well as by a terminal to the centre.
 *   <li>It does not sign the files. Somebody between chip and reader could alter what is read; that
 *       the number belongs to the card only the centre can tell. The cross-checks here find broken
 *       and badly forged data, not good forgeries.
 *   <li>External authentication proves the terminal to the card. Each failed try is counted by the
 *       card, so it is sent once and never again, neither as it was nor with another key version. A
 *       card that failed internal authentication is never sent one.
 *   <li>A reader with the test profile reads cards that prove nothing; such a card says so ({@link
 *       io.caresettle.credential.CardProof#NONE}).
 *   <li>A right PIN proves that whoever typed it knows the card's secret, and nothing of who that
 *       is. Without one, nothing here proves that the card is its holder's; and whether it was
 *       reported lost the centre knows.
 * </ul>
 *
 * <h2>How a read ends otherwise</h2>
 *
 * <ul>
 *   <li>9303 (application blocked), 6A81 (card blocked) and 6983 (a key of the card is locked):
 *       CARD_BLOCKED. A locked PIN is an outcome of its own, since it locks nothing else.
 *   <li>SSF33, or an algorithm number other than 01 and 03: CARD_ALGORITHM_UNAVAILABLE. No number
 *       is known to stand for SM1; a card with it is refused by the same reason.
 *   <li>An answer no card may give: GARBLED_ANSWER, at once. Nothing that a card counts, an
 *       external authentication or a PIN, is ever sent twice; after 6Cxx only a command that ends
 *       in an expected length is.
 *   <li>A card that was pulled out, or is silent: CARD_REMOVED. Whether a PIN was counted that was
 *       on its way then says {@link io.caresettle.credential.card.CardPins#tries}.
 *   <li>A PSAM that is missing, lacks the algorithm or a key: a fault of the terminal, each of its
 *       own kind.
 * </ul>
 *
 * <h2>What never happens</h2>
 *
 * <p>No command that moves money or changes a card leaves this package: the commands that may are
 * listed, everything else is a {@link io.caresettle.problem.Misuse} before its first byte. The one
 * change is a new PIN, in a session for that, by its whole header; unblocking and resetting PINs
 * have other headers and stay here. A PIN goes to no card that did not prove itself, nor to one
 * that says its PIN is locked or not set. Traces carry names, status words, sizes and masked items.
 * The terminal holds no root key and has no cipher of its own.
 *
 * <h2>Around a slot</h2>
 *
 * <p>{@link io.caresettle.credential.card.TimedTransport} takes the time of every exchange. {@link
 * io.caresettle.credential.card.ReplayTransport} stands in for a card that was recorded. A hospital
 * system that knows the standard's functions finds them in {@link
 * io.caresettle.credential.card.standard}.
 *
 * <h2>Sources</h2>
 *
 * <p>LB 002-2000 社会保障（个人）卡规范 parts 3 to 7 and 9; LD/T 32-2015; 人社信息函〔2012〕37号 (file structure
 * V2.0); 人社信息函〔2016〕38号 and LD/T 33-2015 (functions of a reading terminal, its HSM variant).
 *
 * <h2>What is assumed</h2>
 *
 * <ul>
 *   <li>SM4 follows the published rule for 16-byte blocks, and the PSAM's SM4 environment is called
 *       {@code sx3.}; the texts of LD/T 32 on SM4 were not at hand.
 *   <li>The read key is number 0A on the card, as seen on a third-generation card, and 0A in the
 *       PSAM. That of the medical-insurance area is 84 on the card and 2D in the PSAM, by the
 *       published list of keys.
 *   <li>A PSAM names the version of its keys in the information file of the level it holds (001A
 *       nation, 001B province, 001C city); without the file, or with a version 0 in it, cards are
 *       asked for none. The version goes behind the data of both authentications.
 *   <li>A card without a PIN opens the files that ask for one.
 *   <li>Contactless cards carry their factor in the last eight historical bytes too.
 *   <li>Both the day of issue and the last day are days of validity.
 *   <li>The social security number is a citizen's; cards of other nationals are refused as invalid.
 * </ul>
 *
 * <h2>Threads</h2>
 *
 * <p>A {@link io.caresettle.credential.card.CardTransport} over {@code javax.smartcardio} has one
 * thread that owns its slot and does nothing else, hands commands to it, bounds every wait, and
 * turns a silent or absent card into {@link io.caresettle.credential.card.CardRemovedException}. A
 * reader that itself has gone it reports as {@link io.caresettle.problem.DeviceFault},
 * READER_FAILED.
 */
@NullMarked
package io.caresettle.credential.card;

import org.jspecify.annotations.NullMarked;
