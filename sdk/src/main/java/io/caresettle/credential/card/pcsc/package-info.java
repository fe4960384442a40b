/**
 * Card readers of the operating system, through PC/SC: the only package that sees {@code
 * javax.smartcardio}.
 *
 * <pre>{@code
 * PcscReaders readers = PcscReaders.ofThisMachine(); // one for the whole program
 * try (PcscSlot card = readers.open("Virtual PCD 00 00");
 *     PcscSlot psam = readers.open("Virtual PCD 00 01")) {
 *   if (card.awaitCard(Duration.ofSeconds(30))) {
 *     SocialSecurityCard read = new CardReader().read(card, new PsamAuthenticator(psam), today);
 *   }
 * }
 * }</pre>
 *
 * <h2>Threads and limits</h2>
 *
 * <p>Each slot has one thread, a daemon, that alone touches its reader; callers hand it a command
 * and wait, never longer than {@link io.caresettle.credential.card.pcsc.PcscLimits} says. A call
 * into the operating system cannot be interrupted, so a thread that hangs in one is left behind; it
 * ends when the card is pulled. Until then the slot has no other to hang beside it, and says at
 * once that the card is silent. What its caller gave up is not sent to the card any more.
 *
 * <p>From the first command after a reset until the next reset the card is held against other
 * programs. One that says nothing for a second is let go: Windows resets a card that is held for
 * five seconds without a command, and everybody else waits meanwhile. So a card that waits for the
 * centre or for a person is not held. A session ends with a reset of the card, and so does the
 * first reset of a card that somebody else left powered: a PIN stays verified otherwise.
 *
 * <h2>What went wrong, and what to do</h2>
 *
 * <ul>
 *   <li>{@link io.caresettle.credential.card.CardRemovedException}: no card, pulled, silent, or
 *       reset by another program. Insert it again.
 *   <li>{@code READER_FAILED}: the reader is gone or kept by another program. The fault names it.
 *   <li>{@code READER_SERVICE_LOST}: the operating system's service (pcscd, on Windows SCardSvr)
 *       does not answer, or was restarted in the middle of a read.
 * </ul>
 *
 * <h2>When the reader service is lost</h2>
 *
 * <p>The JDK connects to the service once in the life of a process. After a restart of the service
 * — an update does that, and on Windows the unplugging of the last reader — every call fails for
 * good, and one silent card holds up all readers. There is one remedy: start the program with
 *
 * <pre>--add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED</pre>
 *
 * <p>or with {@code Add-Opens: java.smartcardio/sun.security.smartcardio} in the manifest of its
 * jar, as both runnable jars of this project have it. Each slot then has a connection of its own,
 * made anew when it breaks, and the next patient notices nothing; {@link
 * io.caresettle.credential.card.pcsc.PcscReaders#recoverByThemselves} says whether it is so.
 * Without it a program that meets {@code READER_SERVICE_LOST} has to be restarted.
 *
 * <h2>Limits of the platform</h2>
 *
 * <ul>
 *   <li>Left alone, the JDK answers 6Cxx by overwriting a command's last byte and sending it again,
 *       be it the end of a PIN. So the first use of this package sets the system properties {@code
 *       sun.security.smartcardio.t0GetResponse} and {@code t1GetResponse} to false, for the whole
 *       process. The JDK reads them once, when it first connects to a card: a program that does so
 *       by itself, earlier, sets them on its command line. Where they are found to be true — by
 *       that option above in the JDK itself, without it only in the properties — no PIN and no
 *       proof is sent to any card, and the fault READER_FAILED names the remedy.
 *   <li>VERIFY that only asks for the tries left has four bytes; a fifth would be read as a length.
 *   <li>A reader is looked at several times a second, no faster: a card that is changed within 0.4
 *       s may be overlooked until it is inserted again.
 *   <li>The library for readers has to fit the Java runtime: a 32-bit driver serves no 64-bit
 *       runtime. A vendor's 32-bit DLL is no PC/SC driver and cannot be reached from here.
 *   <li>No connection of the JDK's can be closed: it is kept for the slot that is opened next.
 * </ul>
 */
@NullMarked
package io.caresettle.credential.card.pcsc;

import org.jspecify.annotations.NullMarked;
