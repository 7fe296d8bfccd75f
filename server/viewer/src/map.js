// The map: one image of all the layers shown, asked of the server for the frame and the window of time.

import Map from 'ol/Map.js';
import View from 'ol/View.js';
import ImageLayer from 'ol/layer/Image.js';
import VectorLayer from 'ol/layer/Vector.js';
import ImageSource from 'ol/source/Image.js';
import VectorSource from 'ol/source/Vector.js';
import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import { Circle, Fill, Stroke, Style } from 'ol/style.js';
import { ScaleLine, Zoom } from 'ol/control.js';
import { register } from 'ol/proj/proj4.js';
import { get as projection } from 'ol/proj.js';
import proj4 from 'proj4';
import { SYSTEM } from './capabilities.js';
import { byId } from './page.js';

proj4.defs(SYSTEM, '+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs');
register(proj4);
projection(SYSTEM).setExtent([-357823, 6037008, 1313633, 7230728]);

/** Where the point of a question is drawn. */
const MARK = new Style({
  image: new Circle({ radius: 8, stroke: new Stroke({ color: '#0b2540', width: 3 }), fill: new Fill({ color: '#ffffff88' }) }),
});

export class CityMap {
  /** `request(extent, width, height, ratio)` gives the image's response; `moved()` is called when the frame has changed. */
  constructor({ request, moved, chosen, failed }) {
    this.request = request;
    this.failed = failed;
    this.images = new ImageLayer();
    this.marks = new VectorSource();
    this.map = new Map({
      target: 'carte',
      layers: [this.images, new VectorLayer({ source: this.marks, style: MARK })],
      controls: [
        new Zoom({ zoomInTipLabel: 'Agrandir', zoomOutTipLabel: 'Réduire' }),
        new ScaleLine({ minWidth: 80 }),
      ],
    });
    this.map.on('moveend', moved);
    this.map.on('singleclick', (event) => chosen(event.coordinate));
    byId('carte').onkeydown = (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      chosen(this.view.getCenter());
    };
  }

  get view() {
    return this.map.getView();
  }

  /** Shows `extent`, the territory, or the centre and resolution of a link. */
  open(extent, { centre, resolution } = {}) {
    this.territory = extent;
    this.map.updateSize();
    this.map.setView(new View({ projection: SYSTEM, maxResolution: 400, minResolution: 0.2, constrainResolution: false }));
    if (centre) {
      this.view.setCenter(centre);
      this.view.setResolution(resolution);
    } else {
      this.view.fit(extent, { size: this.map.getSize() });
    }
  }

  /** Asks for everything again; resolves when it is shown, or has failed. */
  draw() {
    return new Promise((done) => {
      this.images.setSource(new ImageSource({
        projection: SYSTEM,
        loader: (extent, resolution, ratio) => this.load(extent, resolution, ratio).finally(done),
      }));
    });
  }

  async load(extent, resolution, ratio) {
    const sharpness = Math.min(ratio, 2);
    const width = Math.round((extent[2] - extent[0]) / resolution * sharpness);
    const height = Math.round((extent[3] - extent[1]) / resolution * sharpness);
    try {
      const response = await this.request(extent, width, height, sharpness);
      if (!response) throw new Error('a later request has taken its place');
      const image = await createImageBitmap(await response.blob());
      return { image, extent, resolution: resolution / sharpness, pixelRatio: sharpness };
    } catch (error) {
      if ('status' in error) this.failed(error);
      throw error;
    }
  }

  /** Nothing of what was shown stays. */
  clear() {
    this.images.setSource(null);
    this.marks.clear();
    this.map.renderSync();
  }

  close() {
    this.clear();
    this.map.setTarget(null);
  }

  mark(coordinate) {
    this.marks.clear();
    if (coordinate) this.marks.addFeature(new Feature(new Point(coordinate)));
  }

  frame() {
    return this.view.calculateExtent(this.map.getSize());
  }

  size() {
    return this.map.getSize();
  }

  show(extent) {
    this.view.fit(extent, { maxZoom: 20, minResolution: 2, padding: [60, 60, 60, 60] });
  }

  /** What is on the screen as one picture, for the printer. */
  picture() {
    this.map.renderSync();
    const [width, height] = this.map.getSize();
    const ratio = Math.max(1, window.devicePixelRatio || 1);
    const whole = document.createElement('canvas');
    whole.width = width * ratio;
    whole.height = height * ratio;
    const context = whole.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, whole.width, whole.height);
    for (const canvas of this.map.getViewport().querySelectorAll('.ol-layer canvas, canvas.ol-layer')) {
      if (!canvas.width) continue;
      const turn = canvas.style.transform.match(/^matrix\(([^)]*)\)$/)?.[1].split(',').map(Number) || [1, 0, 0, 1, 0, 0];
      context.setTransform(...turn.map((value) => value * ratio));
      context.drawImage(canvas, 0, 0);
    }
    return whole;
  }
}
