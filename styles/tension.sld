<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:gml="http://www.opengis.net/gml" xmlns:sld="http://www.opengis.net/sld" version="1.0.0">
  <UserLayer>
    <sld:LayerFeatureConstraints>
      <sld:FeatureTypeConstraint/>
    </sld:LayerFeatureConstraints>
    <sld:UserStyle>
      <sld:Name>t</sld:Name>
      <sld:FeatureTypeStyle>
        <sld:Rule>
          <sld:RasterSymbolizer>
            <sld:ChannelSelection>
              <sld:GrayChannel>
                <sld:SourceChannelName>8</sld:SourceChannelName>
              </sld:GrayChannel>
            </sld:ChannelSelection>
            <sld:ColorMap type="ramp">
              <sld:ColorMapEntry opacity="0" color="#fff3dc" quantity="0" label="0"/>
              <sld:ColorMapEntry opacity="0.27451" color="#fff3dc" quantity="1" label="1"/>
              <sld:ColorMapEntry opacity="0.745098" color="#fde0b2" quantity="3" label="3"/>
              <sld:ColorMapEntry opacity="0.882353" color="#f6a15b" quantity="12" label="12"/>
              <sld:ColorMapEntry opacity="0.921569" color="#d95f0e" quantity="40" label="40"/>
              <sld:ColorMapEntry opacity="0.960784" color="#7f1d0a" quantity="120" label="120 et plus"/>
            </sld:ColorMap>
          </sld:RasterSymbolizer>
        </sld:Rule>
      </sld:FeatureTypeStyle>
    </sld:UserStyle>
  </UserLayer>
</StyledLayerDescriptor>
