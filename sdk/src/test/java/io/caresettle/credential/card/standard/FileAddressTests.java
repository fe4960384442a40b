package io.caresettle.credential.card.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The address text of iReadCard")
class FileAddressTests {

  @Test
  void theStandardsExampleNamesAnItemInEachOfTwoFiles() {
    FileAddress address = FileAddress.parse("SSSEEF05|07|$DF01EF0A|37|$");
    assertEquals(
        List.of(
            new FileAddress.Of(
                "SSSEEF05",
                OptionalInt.empty(),
                List.of(new FileAddress.Item(0x07, OptionalInt.empty()))),
            new FileAddress.Of(
                "DF01EF0A",
                OptionalInt.empty(),
                List.of(new FileAddress.Item(0x37, OptionalInt.empty())))),
        address.files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSSEEF05|07|$DF01EF0A|37|$",
        "SSSEEF05|01|02|03|04|05|06|07|$SSSEEF06|08|09|4E|$",
        "DF03EF06|4A:01|45|4A:02|$DF03EF06|4A:03|$",
        "DF04EF08:01$DF04EF08:0A$DF04EF08:FE$",
        "DF04EF15|$"
      })
  void anAddressIsWrittenAsItWasRead(String text) {
    assertEquals(text, FileAddress.parse(text).text());
  }

  @Test
  void aRecordsNumberIsHexadecimalAndMayHaveOneDigit() {
    FileAddress address = FileAddress.parse("DF04EF08:A$DF03EF06|4A:2|$");
    assertEquals(OptionalInt.of(10), address.files().get(0).record());
    assertEquals(OptionalInt.of(2), address.files().get(1).items().get(0).occurrence());
    assertEquals("DF04EF08:0A$DF03EF06|4A:02|$", address.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; does not end in $",
        "SSSEEF05|07|; does not end in $",
        "$; File 1",
        "SSSEEF05|07|$$; File 2",
        "SSSEEF05$; File 1",
        "SSSEEF05|07$; File 1",
        "SSSEEF05|07||$; File 1, item 2",
        "SSSEEF05|7|$; File 1, item 1",
        "SSSEEF05|0g|$; File 1, item 1",
        "SSSEEF05|07|$ssseef06|08|$; File 2",
        "SSSEEF05|07:00|$; File 1, item 1",
        "SSSEEF05|07:FF|$; File 1, item 1",
        "DF04EF08:01|$; File 1",
        "SSSEEF06|329900198503120011|$; File 1, item 1"
      })
  void aTextOfAnotherFormIsRefusedWithItsPlaceAndNeverShown(String text, String place) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> FileAddress.parse(text));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(place), message);
    assertTrue(message.contains("found") && message.contains("expected"), message);
    assertFalse(message.contains("329900"), message);
  }
}
