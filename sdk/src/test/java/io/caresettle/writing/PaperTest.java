package io.caresettle.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Paper breaks a line that is too long")
class PaperTest {

  private static String on(int columns, String text) {
    return new Paper(columns).left(text).toString();
  }

  @Test
  @DisplayName("between words, and goes on under where it began")
  void betweenWords() {
    assertEquals("  commercial\n  health\n", on(14, "  commercial health"));
    assertEquals("line 2\nTEST-0099\n", on(12, "line 2 TEST-0099"));
  }

  @Test
  @DisplayName("never in a number, and after any Chinese character")
  void neverInANumber() {
    assertEquals("共计\n1234.56\n元\n", on(8, "共计 1234.56元"));
    assertEquals("医疗保\n险基金\n", on(7, "医疗保险基金"));
  }

  @Test
  @DisplayName("with no bracket left alone at an end, and no stop at a beginning")
  void punctuation() {
    assertEquals("保留票\n据。\n", on(6, "保留票据。"));
    assertEquals("票据\n（一）\n", on(6, "票据（一）"));
  }

  @Test
  @DisplayName("in a word only where no line could hold it")
  void longWord() {
    assertEquals("abcdefgh\nijk\n", on(8, "abcdefghijk"));
  }

  @Test
  @DisplayName("and leaves a line that fits, and a control character is a space")
  void fits() {
    assertEquals("  a   b\n", on(8, "  a   b"));
    assertEquals("a b\n", on(8, "a\nb"));
  }
}
