/**
 * The functions every reading terminal has by the standard (iReadCardBas, iReadCard and their kin),
 * with their strings and their codes, on top of {@link io.caresettle.credential.card.CardReader}:
 * for a hospital system that was written against them.
 *
 * <p>A function gives a number, 0 for success, and a text: items with {@code |} after every one, or
 * the text of the error. {@link io.caresettle.credential.card.standard.ReturnCode} holds the table
 * of numbers; what is not in the table is minus a status word. The texts are read and written by
 * {@link io.caresettle.credential.card.standard.BasicData} and its neighbours, so that both sides
 * of the interface can be tested.
 *
 * <h2>What is here, and what is not</h2>
 *
 * <table>
 *   <caption>The functions of the standard</caption>
 *   <tr><th>function</th><th>here</th></tr>
 *   <tr><td>iReadCardBas</td><td>yes</td></tr>
 *   <tr><td>iReadCardBas_HSM_Step1, _Step2</td><td>as one call with an {@link
 *       io.caresettle.credential.card.standard.HsmAuthenticator}</td></tr>
 *   <tr><td>iReadCard</td><td>SSSEEF05, SSSEEF06, DF04EF05, DF04EF08, DF04EF15; other files −13</td></tr>
 *   <tr><td>iReadCard with iAuthType 2</td><td>with a PSAM; a security module or the centre −13</td></tr>
 *   <tr><td>iVerifyPIN, iChangePIN</td><td>yes</td></tr>
 *   <tr><td>iWriteCard</td><td>−13: the library writes no card</td></tr>
 *   <tr><td>iDoDebit, iReadDebitRecord</td><td>−13: it moves no money on a card</td></tr>
 *   <tr><td>iReloadPIN, iUnblockPIN, all their steps</td><td>−13: that is the issuer's</td></tr>
 * </table>
 *
 * <p>What is answered −13 is a {@link io.caresettle.credential.card.standard.NotHere}; no card
 * hears of it.
 *
 * <h2>The address and the answer of iReadCard</h2>
 *
 * <p>{@link io.caresettle.credential.card.standard.FileAddress} holds the form. The answer to
 * {@code SSSEEF05|06|07|$} is {@code SSSEEF05|20340115|A00000011|$}: files, bars and order are the
 * address's, with values for tags. A cyclic file's records are its values, newest first, {@code ^}
 * between a record's items: {@code DF04EF15|0002^9|0001^1|$}. Sums are in fen; a serial number is
 * four hexadecimal digits. An item of fill alone is empty. It is all or nothing: one item the card
 * does not give is minus its status word, with the place in the text.
 *
 * <h2>What differs from the standard</h2>
 *
 * <ul>
 *   <li>A card outside its dates is refused (−42). The standard leaves that to the caller.
 *   <li>No function writes a card, resets or unblocks a PIN, or takes money from a card: the
 *       library under this adapter sends no such command.
 *   <li>Step1 and Step2 of the HSM functions are one call with an {@link
 *       io.caresettle.credential.card.standard.HsmAuthenticator} in it: between two calls the card
 *       would keep its rights and its challenge for as long as the caller likes.
 *   <li>iReadCard is told which card is meant and compares (−22) after the card proved itself and
 *       before a PIN is sent. Its arguments are judged before the card is spoken to: −14 for a
 *       number, −23 for a text, each with what was found and expected.
 *   <li>How a cyclic file is addressed ({@code DF04EF08:01$} one record, {@code DF04EF08|$} all) is
 *       what known programs do; the standard's own text on it was not at hand. So are the forms of
 *       sums and serial numbers.
 *   <li>A character on the border of name (09) and extension (4E) is given whole with the name.
 * </ul>
 *
 * <p>Source: 人社信息函〔2016〕38号, LD/T 33-2015.
 */
@NullMarked
package io.caresettle.credential.card.standard;

import org.jspecify.annotations.NullMarked;
