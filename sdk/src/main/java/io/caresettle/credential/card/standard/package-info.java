/**
 * The functions every reading terminal has by the standard (iReadCardBas and its kin), with their
 * strings and their codes, on top of {@link io.caresettle.credential.card.CardReader}: for a
 * hospital system that was written against them.
 *
 * <p>A function gives a number, 0 for success, and a text: items with {@code |} after every one, or
 * the text of the error. {@link io.caresettle.credential.card.standard.ReturnCode} holds the table
 * of numbers; what is not in the table is minus a status word. The texts are read and written by
 * {@link io.caresettle.credential.card.standard.BasicData} and its neighbours, so that both sides
 * of the interface can be tested.
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
 *   <li>iReadCard is not here: what it may read is asked for by type.
 * </ul>
 *
 * <p>Source: 人社信息函〔2016〕38号, LD/T 33-2015.
 */
@NullMarked
package io.caresettle.credential.card.standard;

import org.jspecify.annotations.NullMarked;
