/** The readings of a chart spec. */
export { chart, chart as chartSvg, chartSvgFile, lineChart, matrixChart, stripChart, timelineChart } from './chart.ts';
export { sparkline } from './sparkline.ts';
export { type ChartTable, chartTable } from './table.ts';
