package io.caresettle.sim.phone.damage;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/** A grey picture that is being damaged: levels from 0 black to 255 white, and between. */
final class Canvas {

  final int width;
  final int height;
  final float[] level;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.level = new float[width * height];
  }

  static Canvas of(BufferedImage picture) {
    Canvas canvas = new Canvas(picture.getWidth(), picture.getHeight());
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        int rgb = picture.getRGB(x, y);
        canvas.level[y * canvas.width + x] =
            (0.299f * (rgb >> 16 & 0xFF)) + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * (rgb & 0xFF);
      }
    }
    return canvas;
  }

  float at(int x, int y) {
    int cx = Math.max(0, Math.min(width - 1, x));
    int cy = Math.max(0, Math.min(height - 1, y));
    return level[cy * width + cx];
  }

  float between(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float fx = (float) (x - left);
    float fy = (float) (y - top);
    float above = at(left, top) + fx * (at(left + 1, top) - at(left, top));
    float below = at(left, top + 1) + fx * (at(left + 1, top + 1) - at(left, top + 1));
    return above + fy * (below - above);
  }

  void set(int x, int y, double value) {
    level[y * width + x] = (float) value;
  }

  /** What stands at each point comes from elsewhere; outside lies {@code ground}. */
  Canvas warped(Mapping mapping, int newWidth, int newHeight, double ground) {
    Canvas out = new Canvas(newWidth, newHeight);
    double[] from = new double[2];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        mapping.from(x, y, from);
        boolean inside =
            from[0] >= 0 && from[0] <= width - 1 && from[1] >= 0 && from[1] <= height - 1;
        out.set(x, y, inside ? between(from[0], from[1]) : ground);
      }
    }
    return out;
  }

  /** Each level becomes another one that depends on it and its place. */
  Canvas lit(Light light) {
    Canvas out = new Canvas(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out.set(x, y, light.on(x, y, level[y * width + x]));
      }
    }
    return out;
  }

  BufferedImage picture() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = picture.getRaster();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float value = level[y * width + x];
        raster.setSample(x, y, 0, (int) Math.max(0, Math.min(255, value + 0.5f)));
      }
    }
    return picture;
  }

  /** Where a point of the new picture comes from in the old one. */
  interface Mapping {
    void from(double x, double y, double[] place);
  }

  /** What becomes of a level. */
  interface Light {
    double on(int x, int y, double level);
  }
}
