package io.caresettle.sim.entitle;

import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.LawBook;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;

/**
 * The ordinances of the second reader's law book. On a day before a city's own text what its
 * province's law says by itself is in force; on a day without either an area says nothing.
 */
public final class BookShelf implements Ordinance.Shelf {

  private final LawBook book;

  /** All ordinances of a book. */
  public BookShelf(LawBook book) {
    this.book = book;
  }

  @Override
  public Ordinance of(String area, LocalDate day) {
    try {
      return new FromBook(book.ordinance(area, day));
    } catch (CannotAdjudicate e) {
      if (e.reason() == CannotAdjudicate.Reason.NO_LAW) {
        return book.frame(area, day).<Ordinance>map(FromBook::new).orElse(new Silent());
      }
      throw e;
    }
  }

  private record FromBook(io.caresettle.sim.adjudicate.Ordinance read) implements Ordinance {

    private <T> Said<T> say(String name, Optional<T> value) {
      String citation = read.place(name);
      return value
          .<Said<T>>map(said -> new Said.Is<>(said, citation))
          .orElseGet(() -> new Said.NotPublished<>(name, citation));
    }

    @Override
    public Said<String> word(String name) {
      return say(name, read.word(name));
    }

    @Override
    public Said<Integer> number(String name) {
      return say(name, read.number(name));
    }

    @Override
    public Said<MonthDay> day(String name) {
      return say(name, read.day(name));
    }

    @Override
    public Said<Boolean> yes(String name) {
      return say(name, read.yes(name));
    }

    @Override
    public Said<Set<String>> words(String name) {
      return say(name, read.words(name));
    }
  }

  /** No text is in force, so there is none to cite. */
  private record Silent() implements Ordinance {

    @Override
    public boolean inForce() {
      return false;
    }

    @Override
    public Said<String> word(String name) {
      return new Said.NotPublished<>(name, "");
    }

    @Override
    public Said<Integer> number(String name) {
      return new Said.NotPublished<>(name, "");
    }

    @Override
    public Said<MonthDay> day(String name) {
      return new Said.NotPublished<>(name, "");
    }

    @Override
    public Said<Boolean> yes(String name) {
      return new Said.NotPublished<>(name, "");
    }

    @Override
    public Said<Set<String>> words(String name) {
      return new Said.NotPublished<>(name, "");
    }
  }
}
