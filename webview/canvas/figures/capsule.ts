import { kinds } from '../../../src/core/layers';
import { type Figure, flowPoint } from './figure';

const WIDTH = 40;
const LENGTH = 72;

/** A layer that leaves each value in its place, such as an activation: a small capsule with its sign. */
export const capsule: Figure = {
  name: 'capsule',
  fits: ({ definition }) => definition !== undefined && kinds[definition.kind].keepsPlaces,
  size: () => ({ along: WIDTH, across: LENGTH }),
  draw(group, { definition }, orientation) {
    const corner = flowPoint(-WIDTH / 2, -LENGTH / 2, orientation);
    const size = flowPoint(WIDTH, LENGTH, orientation);
    group
      .append('rect')
      .attr('class', 'capsule')
      .attr('x', corner.x)
      .attr('y', corner.y)
      .attr('width', size.x)
      .attr('height', size.y)
      .attr('rx', WIDTH / 2);
    group
      .append('text')
      .attr('class', 'joint-sign')
      .attr('y', 6)
      .text(definition?.sign ?? '');
  },
};
