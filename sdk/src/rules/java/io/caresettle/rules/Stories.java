package io.caresettle.rules;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The stories of one package. They are looked for once, and each is told once with every rule,
 * however many rules it holds.
 */
final class Stories {

  private final Launcher launcher = LauncherFactory.create();
  private final List<TestIdentifier> all = new ArrayList<>();
  private final Map<String, Told> withEveryRule = new HashMap<>();

  Stories(String ofPackage) {
    launcher
        .discover(request(selectPackage(ofPackage)))
        .accept(
            new TestPlan.Visitor() {
              @Override
              public void visit(TestIdentifier found) {
                // A test, or what makes many of one method.
                if (found.getSource().filter(MethodSource.class::isInstance).isPresent()) {
                  all.add(found);
                }
              }
            });
  }

  /** Those that carry {@code tag}, told with every rule, the quickest first. */
  List<Told> told(String tag) {
    return all.stream()
        .filter(story -> story.getTags().contains(TestTag.create(tag)))
        .map(story -> withEveryRule.computeIfAbsent(story.getUniqueId(), this::tell))
        .sorted(Comparator.comparingLong(Told::nanos))
        .toList();
  }

  /** Tells a story once more, as the rules are now. */
  Told again(Told story) {
    return tell(story.id);
  }

  private Told tell(String id) {
    Told told = new Told(id);
    long start = System.nanoTime();
    launcher.execute(request(selectUniqueId(id)), told);
    told.nanos = System.nanoTime() - start;
    return told;
  }

  private static LauncherDiscoveryRequest request(DiscoverySelector what) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(what)
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .build();
  }

  /** How a story went. */
  static final class Told implements TestExecutionListener {

    private final String id;
    private final List<String> failed = new ArrayList<>();
    private long nanos;
    private int ran;

    private Told(String id) {
      this.id = id;
    }

    /** Class and name of each of its tests that failed. */
    List<String> failed() {
      return List.copyOf(failed);
    }

    int ran() {
      return ran;
    }

    private long nanos() {
      return nanos;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      ran += test.isTest() ? 1 : 0;
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        failed.add(
            test.getSource().map(Told::className).orElse("?")
                + ": \""
                + test.getDisplayName()
                + "\"");
      }
    }

    private static String className(Object source) {
      String name =
          source instanceof MethodSource method
              ? method.getClassName()
              : source instanceof ClassSource type ? type.getClassName() : "?";
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }
}
