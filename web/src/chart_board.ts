// SPDX-License-Identifier: MIT
import { BarChart, CustomChart, LineChart } from "echarts/charts";
import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import type {
  GridComponentOption, MarkLineComponentOption, TooltipComponentOption,
} from "echarts/components";
import type { ComposeOption, EChartsType } from "echarts/core";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { element } from "./element";
import type { Palette } from "./palette";
import { readPalette } from "./palette";

export type ChartOption = ComposeOption<
  | BarSeriesOption | CustomSeriesOption | LineSeriesOption
  | GridComponentOption | MarkLineComponentOption | TooltipComponentOption
>;

export type Draw = (palette: Palette, width: number) => ChartOption;

export interface Figure {
  title: string;
  label: string; // what the picture shows, for those who cannot see it
  note?: string;
  height: number; // pixels
  draw: Draw;
}

interface Mounted {
  host: HTMLElement;
  chart: EChartsType;
  draw: Draw;
  height: number;
}

const PRINT_MARGIN = 12;
const PRINT_WIDTH = 680; // pixels of a portrait page between its margins

/** All charts of the page: draws them, and again when width, colour scheme or medium change. */
export class ChartBoard {
  private readonly waiting: Omit<Mounted, "chart">[] = [];
  private readonly mounted: Mounted[] = [];

  constructor(private readonly root: HTMLElement) {
    use([
      BarChart, CustomChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent,
      SVGRenderer,
    ]);
  }

  /** A figure whose chart appears once the board starts. */
  figure(figure: Figure, ...extra: Node[]): HTMLElement {
    const { title, label, note, height, draw } = figure;
    const host = element("div", { class: "chart", style: `height:${height}px` });
    this.waiting.push({ host, draw, height });
    return element("figure", {},
      element("figcaption", {}, element("strong", {}, title), note && element("span", {}, note)),
      ...extra,
      element("div", { role: "img", "aria-label": label }, host));
  }

  /** Draws what waits and keeps it fitting. Call when the figures are in the page. */
  start(): void {
    const resized = new ResizeObserver(() => this.redraw());
    for (const { host, draw, height } of this.waiting) {
      const chart = init(host, null, { renderer: "svg" });
      this.mounted.push({ host, chart, draw, height });
      resized.observe(host);
    }
    const scheme = window.matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", () => this.redraw());
    window.addEventListener("beforeprint", () => this.print(true));
    window.addEventListener("afterprint", () => this.print(false));
    this.redraw();
  }

  redraw(): void {
    const palette = readPalette(this.root);
    const onPaper = this.root.dataset.print !== undefined;
    for (const { host, chart, draw, height } of this.mounted) {
      const parts = host.closest(".pair, .triple")?.childElementCount ?? 1;
      const width = onPaper
        ? Math.floor((PRINT_WIDTH - PRINT_MARGIN * (parts - 1)) / parts) : host.clientWidth;
      if (width === 0) continue;
      chart.resize({ width, height, silent: true });
      chart.setOption({ animation: false, ...draw(palette, width) }, true);
    }
  }

  private print(isPrinting: boolean): void {
    if (isPrinting) this.root.dataset.print = "";
    else delete this.root.dataset.print;
    for (const folded of this.root.querySelectorAll("details")) folded.open = isPrinting;
    this.redraw();
  }
}
