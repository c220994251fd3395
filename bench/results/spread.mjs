/** The mean of the values, the least and the greatest. */
export function spread(values) {
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    least: Math.min(...values),
    most: Math.max(...values),
  };
}
