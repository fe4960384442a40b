package io.caresettle.sim.phone.damage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Does one kind of harm to a picture.
 *
 * <p>Strength is 1 (mild), 2 or 3 (strong). All sizes are in modules of the code, the width of its
 * thinnest bar, so that the same strength is equally hard on a large picture and a small one.
 *
 * @param module points to a module
 * @param code where the code lies on the picture
 */
record Harm(RandomGenerator random, double module, Place code) {

  /** The rectangle around a code without its margin. */
  record Place(double x, double y, double width, double height) {}

  Canvas done(Canvas on, Damage damage, int strength) {
    return switch (damage) {
      case BLUR -> blurred(on, module * new double[] {0.45, 0.7, 1.0}[strength - 1]);
      case MOTION_BLUR -> moved(on, module * new double[] {0.9, 1.6, 2.4}[strength - 1]);
      case TILT -> tilted(on, new double[] {0.12, 0.22, 0.34}[strength - 1]);
      case ROTATION -> rotated(on, new double[] {8, 18, 30}[strength - 1]);
      case CURVED -> curved(on, new double[] {0.25, 0.45, 0.65}[strength - 1]);
      case GLARE -> glare(on, new double[] {0.10, 0.16, 0.24}[strength - 1]);
      case SHADOW -> shadow(on, new double[] {0.55, 0.35, 0.2}[strength - 1]);
      case OCCLUSION -> covered(on, new double[] {0.08, 0.13, 0.19}[strength - 1]);
      case MOIRE -> moire(on, new double[] {30, 60, 90}[strength - 1]);
      case JPEG -> compressed(on, new float[] {0.15f, 0.07f, 0.03f}[strength - 1]);
      case NOISE -> noise(on, new double[] {18, 36, 60}[strength - 1]);
      case LOW_RESOLUTION -> coarse(on, new double[] {2.2, 1.7, 1.35}[strength - 1]);
      case LOW_CONTRAST -> faint(on, new double[] {0.3, 0.15, 0.07}[strength - 1]);
      case INVERTED -> inverted(on, strength);
      case NARROW_MARGIN -> cropped(on, new double[] {2, 1, 0.3}[strength - 1]);
      case STREAKS -> streaked(on, strength);
      case COMBINED -> combined(on, strength);
    };
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private double sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  private static Canvas blurred(Canvas on, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = Math.exp(-i * i / (2 * sigma * sigma));
      sum += weights[i + reach];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return along(along(on, weights, 1, 0), weights, 0, 1);
  }

  private static Canvas along(Canvas on, double[] weights, double dx, double dy) {
    int reach = weights.length / 2;
    return on.lit(
        (x, y, level) -> {
          double mean = 0;
          for (int i = -reach; i <= reach; i++) {
            mean += weights[i + reach] * on.between(x + i * dx, y + i * dy);
          }
          return mean;
        });
  }

  private Canvas moved(Canvas on, double length) {
    double angle = between(0, Math.PI);
    int samples = 2 * (int) Math.ceil(length) + 1;
    double[] weights = new double[samples];
    Arrays.fill(weights, 1.0 / samples);
    double step = length / samples;
    return along(on, weights, step * Math.cos(angle), step * Math.sin(angle));
  }

  /** Two sides of the picture come nearer than the others. */
  private Canvas tilted(Canvas on, double depth) {
    double towardsX = sign() * between(0.5, 1) * depth;
    double towardsY = sign() * between(0.5, 1) * depth;
    double midX = on.width / 2.0;
    double midY = on.height / 2.0;
    return on.warped(
        (x, y, place) -> {
          double u = (x - midX) / midX;
          double v = (y - midY) / midY;
          double near = 1 + towardsX * u + towardsY * v;
          place[0] = midX + midX * u / near * (1 - depth);
          place[1] = midY + midY * v / near * (1 - depth / 2);
        },
        on.width,
        on.height,
        ground());
  }

  private Canvas rotated(Canvas on, double most) {
    double angle = Math.toRadians(sign() * between(0.6 * most, most));
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double midX = code.x() + code.width() / 2;
    double midY = code.y() + code.height() / 2;
    int width = (int) (on.width * Math.abs(cos) + on.height * Math.abs(sin));
    int height = (int) (on.width * Math.abs(sin) + on.height * Math.abs(cos));
    return on.warped(
        (x, y, place) -> {
          double dx = x - width / 2.0;
          double dy = y - height / 2.0;
          place[0] = midX + cos * dx + sin * dy;
          place[1] = midY - sin * dx + cos * dy;
        },
        width,
        height,
        ground());
  }

  /** As if wound around a bottle: the sides are pressed together, and the middle bulges. */
  private Canvas curved(Canvas on, double bend) {
    double mid = on.width / 2.0;
    double widest = Math.asin(bend);
    double lift = sign() * bend * code.height() * 0.12;
    return on.warped(
        (x, y, place) -> {
          double u = Math.max(-1, Math.min(1, (x - mid) / mid));
          place[0] = mid + mid * Math.asin(u * bend) / widest;
          place[1] = y + lift * (1 - u * u);
        },
        on.width,
        on.height,
        ground());
  }

  /** A lamp mirrored in the glass. */
  private Canvas glare(Canvas on, double size) {
    double x0 = code.x() + between(0.1, 0.9) * code.width();
    double y0 = code.y() + between(0.1, 0.9) * code.height();
    double radius = size * Math.sqrt(code.width() * code.height()) * 1.4;
    return on.lit(
        (x, y, level) -> {
          double away = Math.hypot(x - x0, y - y0) / radius;
          double light = Math.max(0, Math.min(1, 1.6 - 1.2 * away));
          return level + (255 - level) * light;
        });
  }

  private Canvas shadow(Canvas on, double dark) {
    double angle = between(0, 2 * Math.PI);
    double x0 = code.x() + between(0.3, 0.7) * code.width();
    double y0 = code.y() + between(0.3, 0.7) * code.height();
    double soft = 2 * module;
    return on.lit(
        (x, y, level) -> {
          double side = ((x - x0) * Math.cos(angle) + (y - y0) * Math.sin(angle)) / soft;
          double light = dark + (1 - dark) * Math.max(0, Math.min(1, side + 0.5));
          return level * light;
        });
  }

  /** A finger or a sticker. */
  private Canvas covered(Canvas on, double size) {
    double side = size * Math.sqrt(code.width() * code.height()) * 1.3;
    double x0 = code.x() + between(0, 1) * code.width();
    double y0 = code.y() + between(0, 1) * code.height();
    double angle = between(0, Math.PI);
    double colour = between(40, 200);
    return on.lit(
        (x, y, level) -> {
          double u = (x - x0) * Math.cos(angle) + (y - y0) * Math.sin(angle);
          double v = -(x - x0) * Math.sin(angle) + (y - y0) * Math.cos(angle);
          return Math.hypot(u / side, v / (0.6 * side)) < 0.75 ? colour : level;
        });
  }

  private Canvas moire(Canvas on, double depth) {
    double period = module * between(0.7, 1.6);
    double angle = between(0, Math.PI);
    double second = angle + between(0.1, 0.4);
    return on.lit(
        (x, y, level) -> {
          double first = x * Math.cos(angle) + y * Math.sin(angle);
          double other = x * Math.cos(second) + y * Math.sin(second);
          return level
              + depth / 2 * Math.sin(2 * Math.PI * first / period)
              + depth / 2 * Math.sin(2 * Math.PI * other / (1.1 * period));
        });
  }

  private static Canvas compressed(Canvas on, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(on.picture(), null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException("A picture cannot be compressed in memory", e);
    } finally {
      writer.dispose();
    }
    try {
      BufferedImage back = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
      return Canvas.of(back);
    } catch (IOException e) {
      throw new UncheckedIOException("A picture cannot be read back from memory", e);
    }
  }

  private Canvas noise(Canvas on, double deviation) {
    return on.lit((x, y, level) -> level + deviation * random.nextGaussian());
  }

  /** Each new point the mean of the light that falls on it. */
  private Canvas coarse(Canvas on, double points) {
    double scale = module / points;
    Canvas soft = blurred(on, Math.max(0.3, scale / 2.5));
    return soft.warped(
        (x, y, place) -> {
          place[0] = (x + 0.5) * scale - 0.5;
          place[1] = (y + 0.5) * scale - 0.5;
        },
        (int) (on.width / scale),
        (int) (on.height / scale),
        ground());
  }

  private Canvas faint(Canvas on, double contrast) {
    double middle = between(60, 190);
    Canvas faint = on.lit((x, y, level) -> middle + (level - 128) * contrast);
    return noise(faint, 1.2);
  }

  private Canvas inverted(Canvas on, int strength) {
    Canvas dark = on.lit((x, y, level) -> 20 + (255 - level) * 0.85);
    return strength == 1
        ? dark
        : noise(blurred(dark, module * 0.2 * strength), 4.0 * (strength - 1));
  }

  private Canvas cropped(Canvas on, double modules) {
    double margin = modules * module;
    int left = (int) Math.max(0, code.x() - margin);
    int top = (int) Math.max(0, code.y() - margin);
    int right = (int) Math.min(on.width, code.x() + code.width() + margin);
    int bottom = (int) Math.min(on.height, code.y() + code.height() + margin);
    return on.warped(
        (x, y, place) -> {
          place[0] = left + x;
          place[1] = top + y;
        },
        right - left,
        bottom - top,
        ground());
  }

  /** Scratches from top to bottom: what they do to one line through a bar code, they do to all. */
  private Canvas streaked(Canvas on, int strength) {
    Canvas out = blurred(on, module * between(0.1, 0.6));
    for (int i = 0; i < strength + 1; i++) {
      double from = code.x() + between(0, 1) * code.width();
      double to = from + module * between(0.3, 2);
      double colour = random.nextBoolean() ? 40 : 230;
      out = out.lit((x, y, level) -> x >= from && x < to ? colour : level);
    }
    return noise(out, between(2, 12));
  }

  /** Out of focus, in half light, at an angle, grainy and compressed. */
  private Canvas combined(Canvas on, int strength) {
    double part = new double[] {0.5, 0.75, 1.0}[strength - 1];
    Canvas out = tilted(on, 0.18 * part);
    out = blurred(out, module * 0.5 * part);
    out = shadow(out, 1 - 0.6 * part);
    out = noise(out, 22 * part);
    return compressed(out, (float) (0.4 - 0.3 * part));
  }

  private double ground() {
    return between(90, 180);
  }
}
