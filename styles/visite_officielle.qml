<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis maxScale="0" labelsEnabled="1" styleCategories="AllStyleCategories" simplifyDrawingHints="1" simplifyDrawingTol="1" readOnly="0" minScale="100000000" simplifyLocal="1" version="3.40.6-Bratislava" autoRefreshMode="Disabled" autoRefreshTime="0" symbologyReferenceScale="-1" simplifyMaxScale="1" hasScaleBasedVisibilityFlag="0" simplifyAlgorithm="0">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <temporal startExpression="&quot;debut&quot;" accumulate="0" endExpression="coalesce(&quot;fin&quot;, &quot;debut&quot; + to_interval('3 hours'))" mode="4" endField="" durationField="" enabled="1" fixedDuration="0" startField="" durationUnit="min" limitMode="1">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
  <elevation extrusionEnabled="0" symbology="Line" type="IndividualFeatures" extrusion="0" zscale="1" zoffset="0" binding="Centroid" respectLayerSymbol="1" clamping="Terrain" showMarkerSymbolInSurfacePlots="0">
    <data-defined-properties>
      <Option type="Map">
        <Option name="name" value="" type="QString"/>
        <Option name="properties"/>
        <Option name="type" value="collection" type="QString"/>
      </Option>
    </data-defined-properties>
    <profileLineSymbol>
      <symbol name="" is_animated="0" alpha="1" frame_rate="10" type="line" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleLine" locked="0" enabled="1" id="{c0b53da1-e49e-49d4-b42b-6c7ff35e9f95}">
          <Option type="Map">
            <Option name="align_dash_pattern" value="0" type="QString"/>
            <Option name="capstyle" value="square" type="QString"/>
            <Option name="customdash" value="5;2" type="QString"/>
            <Option name="customdash_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="customdash_unit" value="MM" type="QString"/>
            <Option name="dash_pattern_offset" value="0" type="QString"/>
            <Option name="dash_pattern_offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="dash_pattern_offset_unit" value="MM" type="QString"/>
            <Option name="draw_inside_polygon" value="0" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="line_color" value="164,113,88,255,rgb:0.64313725490196083,0.44313725490196076,0.34509803921568627,1" type="QString"/>
            <Option name="line_style" value="solid" type="QString"/>
            <Option name="line_width" value="0.6" type="QString"/>
            <Option name="line_width_unit" value="MM" type="QString"/>
            <Option name="offset" value="0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="ring_filter" value="0" type="QString"/>
            <Option name="trim_distance_end" value="0" type="QString"/>
            <Option name="trim_distance_end_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="trim_distance_end_unit" value="MM" type="QString"/>
            <Option name="trim_distance_start" value="0" type="QString"/>
            <Option name="trim_distance_start_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="trim_distance_start_unit" value="MM" type="QString"/>
            <Option name="tweak_dash_pattern_on_corners" value="0" type="QString"/>
            <Option name="use_custom_dash" value="0" type="QString"/>
            <Option name="width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </profileLineSymbol>
    <profileFillSymbol>
      <symbol name="" is_animated="0" alpha="1" frame_rate="10" type="fill" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" locked="0" enabled="1" id="{7f7fb975-6ba6-4c81-af29-837dd3f1a902}">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="164,113,88,255,rgb:0.64313725490196083,0.44313725490196076,0.34509803921568627,1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="117,81,63,255,rgb:0.45937285420004575,0.31653315022507056,0.24649423971923401,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.2" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="style" value="solid" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </profileFillSymbol>
    <profileMarkerSymbol>
      <symbol name="" is_animated="0" alpha="1" frame_rate="10" type="marker" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleMarker" locked="0" enabled="1" id="{e7679e14-8f30-4f48-afe1-32c83948d02d}">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="164,113,88,255,rgb:0.64313725490196083,0.44313725490196076,0.34509803921568627,1" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="diamond" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="117,81,63,255,rgb:0.45937285420004575,0.31653315022507056,0.24649423971923401,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.2" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="3" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </profileMarkerSymbol>
  </elevation>
  <renderer-v2 referencescale="-1" forceraster="0" symbollevels="0" type="RuleRenderer" enableorderby="0">
    <rules key="{555e9940-90b5-4bee-8a2d-dd0975e94810}">
      <rule symbol="0" filter="&quot;statut&quot; = 'transmis'" label="Transmis" key="{ac44779d-4335-4079-959c-aa6aef6c4198}"/>
      <rule symbol="1" filter="&quot;statut&quot; = 'brouillon'" label="Brouillon (à son auteur)" key="{c9d56e69-59b3-4789-b4a9-64ba30b179d8}"/>
      <rule symbol="2" filter="&quot;statut&quot; = 'annule'" label="Annulé" key="{b7744c3d-70c1-4d17-8dc4-bd145fe186fb}"/>
    </rules>
    <symbols>
      <symbol name="0" is_animated="0" alpha="1" frame_rate="10" type="marker" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleMarker" locked="0" enabled="1" id="{964d9400-2748-467f-953b-9b71f5cf2206}">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="26,26,26,255,rgb:0.10196078431372549,0.10196078431372549,0.10196078431372549,1" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="star" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="255,255,255,255,rgb:1,1,1,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.5" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="5.4" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol name="1" is_animated="0" alpha="0.45" frame_rate="10" type="marker" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleMarker" locked="0" enabled="1" id="{87c1f54c-1e58-4f7f-9bbb-90e0931df359}">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="26,26,26,255,rgb:0.10196078431372549,0.10196078431372549,0.10196078431372549,1" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="star" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="255,255,255,255,rgb:1,1,1,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.5" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="5.4" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol name="2" is_animated="0" alpha="0.2" frame_rate="10" type="marker" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleMarker" locked="0" enabled="1" id="{f2bd1ae2-6665-4583-b468-cb8def2cc517}">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="26,26,26,255,rgb:0.10196078431372549,0.10196078431372549,0.10196078431372549,1" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="star" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="255,255,255,255,rgb:1,1,1,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.5" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="5.4" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <data-defined-properties>
      <Option type="Map">
        <Option name="name" value="" type="QString"/>
        <Option name="properties"/>
        <Option name="type" value="collection" type="QString"/>
      </Option>
    </data-defined-properties>
  </renderer-v2>
  <selection mode="Default">
    <selectionColor invalid="1"/>
  </selection>
  <labeling type="rule-based">
    <rules key="{64ffc2c5-7205-4774-b1c1-a916e6d8bb48}">
      <rule description="Objet et heures" filter="&quot;statut&quot; &lt;> 'annule'" key="{758a911c-d03b-406c-ad11-d15a0c132005}">
        <settings calloutType="simple">
          <text-style fontSize="9" multilineHeight="1" namedStyle="" isExpression="1" textColor="26,26,26,255,rgb:0.10196078431372549,0.10196078431372549,0.10196078431372549,1" fontLetterSpacing="0" previewBkgrdColor="255,255,255,255,rgb:1,1,1,1" multilineHeightUnit="Percentage" fontItalic="0" fontSizeUnit="Point" textOrientation="horizontal" blendMode="0" forcedItalic="0" tabStopDistance="6" tabStopDistanceMapUnitScale="3x:0,0,0,0,0,0" fontFamily="Open Sans" tabStopDistanceUnit="Percentage" fieldName="&quot;objet&quot; || '\n' || format_date(&quot;debut&quot;,'HH:mm') || coalesce(' – ' || format_date(&quot;fin&quot;,'HH:mm'), ', fin inconnue')" fontWordSpacing="0" fontUnderline="0" capitalization="0" fontKerning="1" fontSizeMapUnitScale="3x:0,0,0,0,0,0" useSubstitutions="0" fontWeight="75" fontStrikeout="0" forcedBold="0" allowHtml="0" legendString="Aa" textOpacity="1">
            <families/>
            <text-buffer bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferDraw="1" bufferJoinStyle="128" bufferSizeUnits="MM" bufferOpacity="0.84999999999999998" bufferColor="255,255,255,255,rgb:1,1,1,1" bufferSize="0.90000000000000002" bufferNoFill="1" bufferBlendMode="0"/>
            <text-mask maskSizeUnits="MM" maskSize="1.5" maskJoinStyle="128" maskType="0" maskSize2="1.5" maskOpacity="1" maskEnabled="0" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskedSymbolLayers=""/>
            <background shapeRadiiX="0" shapeSizeX="0" shapeRadiiY="0" shapeFillColor="255,255,255,255,rgb:1,1,1,1" shapeRadiiUnit="MM" shapeBlendMode="0" shapeOffsetY="0" shapeDraw="0" shapeSVGFile="" shapeType="0" shapeSizeType="0" shapeBorderWidthUnit="MM" shapeSizeUnit="MM" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeJoinStyle="64" shapeOpacity="1" shapeOffsetX="0" shapeOffsetUnit="MM" shapeRotationType="0" shapeRotation="0" shapeSizeY="0" shapeBorderColor="128,128,128,255,rgb:0.50196078431372548,0.50196078431372548,0.50196078431372548,1" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidth="0" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0">
              <symbol name="fillSymbol" is_animated="0" alpha="1" frame_rate="10" type="fill" force_rhr="0" clip_to_extent="1">
                <data_defined_properties>
                  <Option type="Map">
                    <Option name="name" value="" type="QString"/>
                    <Option name="properties"/>
                    <Option name="type" value="collection" type="QString"/>
                  </Option>
                </data_defined_properties>
                <layer pass="0" class="SimpleFill" locked="0" enabled="1" id="">
                  <Option type="Map">
                    <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
                    <Option name="color" value="255,255,255,255,rgb:1,1,1,1" type="QString"/>
                    <Option name="joinstyle" value="bevel" type="QString"/>
                    <Option name="offset" value="0,0" type="QString"/>
                    <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
                    <Option name="offset_unit" value="MM" type="QString"/>
                    <Option name="outline_color" value="128,128,128,255,rgb:0.50196078431372548,0.50196078431372548,0.50196078431372548,1" type="QString"/>
                    <Option name="outline_style" value="no" type="QString"/>
                    <Option name="outline_width" value="0" type="QString"/>
                    <Option name="outline_width_unit" value="MM" type="QString"/>
                    <Option name="style" value="solid" type="QString"/>
                  </Option>
                  <data_defined_properties>
                    <Option type="Map">
                      <Option name="name" value="" type="QString"/>
                      <Option name="properties"/>
                      <Option name="type" value="collection" type="QString"/>
                    </Option>
                  </data_defined_properties>
                </layer>
              </symbol>
            </background>
            <shadow shadowColor="0,0,0,255,rgb:0,0,0,1" shadowOffsetDist="1" shadowRadius="1.5" shadowBlendMode="6" shadowOpacity="0.69999999999999996" shadowRadiusMapUnitScale="3x:0,0,0,0,0,0" shadowScale="100" shadowOffsetMapUnitScale="3x:0,0,0,0,0,0" shadowRadiusUnit="MM" shadowOffsetAngle="135" shadowDraw="0" shadowOffsetGlobal="1" shadowRadiusAlphaOnly="0" shadowUnder="0" shadowOffsetUnit="MM"/>
            <dd_properties>
              <Option type="Map">
                <Option name="name" value="" type="QString"/>
                <Option name="properties"/>
                <Option name="type" value="collection" type="QString"/>
              </Option>
            </dd_properties>
            <substitutions/>
          </text-style>
          <text-format formatNumbers="0" addDirectionSymbol="0" wrapChar="" leftDirectionSymbol="&lt;" placeDirectionSymbol="0" plussign="0" multilineAlign="1" useMaxLineLengthForAutoWrap="1" autoWrapLength="26" rightDirectionSymbol=">" decimals="3" reverseDirectionSymbol="0"/>
          <placement lineAnchorType="0" centroidWhole="0" maxCurvedCharAngleIn="25" maximumDistanceMapUnitScale="3x:0,0,0,0,0,0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="0" rotationUnit="AngleDegrees" centroidInside="0" preserveRotation="1" maxCurvedCharAngleOut="-25" layerType="UnknownGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" offsetUnits="MM" placement="6" quadOffset="4" lineAnchorClipping="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" geometryGenerator="" priority="7" overlapHandling="PreventOverlap" xOffset="0" lineAnchorPercent="0.5" prioritization="PreferCloser" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" distMapUnitScale="3x:0,0,0,0,0,0" allowDegraded="0" overrunDistanceUnit="MM" yOffset="0" overrunDistance="0" dist="1.6000000000000001" rotationAngle="0" maximumDistance="0" fitInPolygonOnly="0" geometryGeneratorType="PointGeometry" repeatDistanceUnits="MM" placementFlags="10" geometryGeneratorEnabled="0" distUnits="MM" maximumDistanceUnit="MM" lineAnchorTextPoint="FollowPlacement" polygonPlacementFlags="2"/>
          <rendering maxNumLabels="2000" upsidedownLabels="0" scaleMin="0" unplacedVisibility="0" limitNumLabels="0" mergeLines="0" fontMinPixelSize="0" obstacleType="1" fontMaxPixelSize="10000" zIndex="0" obstacle="1" labelPerPart="0" minFeatureSize="0" scaleVisibility="1" obstacleFactor="1" drawLabels="1" fontLimitPixelSize="0" scaleMax="50000"/>
          <dd_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </dd_properties>
          <callout type="simple">
            <Option type="Map">
              <Option name="anchorPoint" value="pole_of_inaccessibility" type="QString"/>
              <Option name="blendMode" value="0" type="int"/>
              <Option name="ddProperties" type="Map">
                <Option name="name" value="" type="QString"/>
                <Option name="properties"/>
                <Option name="type" value="collection" type="QString"/>
              </Option>
              <Option name="drawToAllParts" value="false" type="bool"/>
              <Option name="enabled" value="0" type="QString"/>
              <Option name="labelAnchorPoint" value="point_on_exterior" type="QString"/>
              <Option name="lineSymbol" value="&lt;symbol name=&quot;symbol&quot; is_animated=&quot;0&quot; alpha=&quot;1&quot; frame_rate=&quot;10&quot; type=&quot;line&quot; force_rhr=&quot;0&quot; clip_to_extent=&quot;1&quot;>&lt;data_defined_properties>&lt;Option type=&quot;Map&quot;>&lt;Option name=&quot;name&quot; value=&quot;&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;properties&quot;/>&lt;Option name=&quot;type&quot; value=&quot;collection&quot; type=&quot;QString&quot;/>&lt;/Option>&lt;/data_defined_properties>&lt;layer pass=&quot;0&quot; class=&quot;SimpleLine&quot; locked=&quot;0&quot; enabled=&quot;1&quot; id=&quot;{9c3f4edd-6ae8-49a3-908f-f57ba819079b}&quot;>&lt;Option type=&quot;Map&quot;>&lt;Option name=&quot;align_dash_pattern&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;capstyle&quot; value=&quot;square&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;customdash&quot; value=&quot;5;2&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;customdash_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;customdash_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;dash_pattern_offset&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;dash_pattern_offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;dash_pattern_offset_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;draw_inside_polygon&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;joinstyle&quot; value=&quot;bevel&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;line_color&quot; value=&quot;60,60,60,255,rgb:0.23529411764705882,0.23529411764705882,0.23529411764705882,1&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;line_style&quot; value=&quot;solid&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;line_width&quot; value=&quot;0.3&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;line_width_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;offset&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;offset_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;ring_filter&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_end&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_end_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_end_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_start&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_start_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_start_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;tweak_dash_pattern_on_corners&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;use_custom_dash&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;width_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;/Option>&lt;data_defined_properties>&lt;Option type=&quot;Map&quot;>&lt;Option name=&quot;name&quot; value=&quot;&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;properties&quot;/>&lt;Option name=&quot;type&quot; value=&quot;collection&quot; type=&quot;QString&quot;/>&lt;/Option>&lt;/data_defined_properties>&lt;/layer>&lt;/symbol>" type="QString"/>
              <Option name="minLength" value="0" type="double"/>
              <Option name="minLengthMapUnitScale" value="3x:0,0,0,0,0,0" type="QString"/>
              <Option name="minLengthUnit" value="MM" type="QString"/>
              <Option name="offsetFromAnchor" value="0" type="double"/>
              <Option name="offsetFromAnchorMapUnitScale" value="3x:0,0,0,0,0,0" type="QString"/>
              <Option name="offsetFromAnchorUnit" value="MM" type="QString"/>
              <Option name="offsetFromLabel" value="0" type="double"/>
              <Option name="offsetFromLabelMapUnitScale" value="3x:0,0,0,0,0,0" type="QString"/>
              <Option name="offsetFromLabelUnit" value="MM" type="QString"/>
            </Option>
          </callout>
        </settings>
      </rule>
    </rules>
  </labeling>
  <customproperties>
    <Option/>
  </customproperties>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <geometryOptions geometryPrecision="0" removeDuplicateNodes="0">
    <activeChecks type="StringList">
      <Option value="" type="QString"/>
    </activeChecks>
    <checkConfiguration/>
  </geometryOptions>
  <legend type="default-vector" showLabelLegend="0"/>
  <fieldConfiguration>
    <field name="id" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="version" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="service" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="statut" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option name="map" type="List">
              <Option type="Map">
                <Option name="Transmis" value="transmis" type="QString"/>
              </Option>
              <Option type="Map">
                <Option name="Annulé" value="annule" type="QString"/>
              </Option>
              <Option type="Map">
                <Option name="Brouillon" value="brouillon" type="QString"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="auteur" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="cree_le" configurationFlags="NoFlag">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" value="false" type="bool"/>
            <Option name="calendar_popup" value="true" type="bool"/>
            <Option name="display_format" value="dd/MM/yyyy HH:mm" type="QString"/>
            <Option name="field_format" value="yyyy-MM-dd HH:mm:ss" type="QString"/>
            <Option name="field_format_overwrite" value="false" type="bool"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="modifie_le" configurationFlags="NoFlag">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" value="false" type="bool"/>
            <Option name="calendar_popup" value="true" type="bool"/>
            <Option name="display_format" value="dd/MM/yyyy HH:mm" type="QString"/>
            <Option name="field_format" value="yyyy-MM-dd HH:mm:ss" type="QString"/>
            <Option name="field_format_overwrite" value="false" type="bool"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="debut" configurationFlags="NoFlag">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" value="false" type="bool"/>
            <Option name="calendar_popup" value="true" type="bool"/>
            <Option name="display_format" value="dd/MM/yyyy HH:mm" type="QString"/>
            <Option name="field_format" value="yyyy-MM-dd HH:mm:ss" type="QString"/>
            <Option name="field_format_overwrite" value="false" type="bool"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="fin" configurationFlags="NoFlag">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" value="true" type="bool"/>
            <Option name="calendar_popup" value="true" type="bool"/>
            <Option name="display_format" value="dd/MM/yyyy HH:mm" type="QString"/>
            <Option name="field_format" value="yyyy-MM-dd HH:mm:ss" type="QString"/>
            <Option name="field_format_overwrite" value="false" type="bool"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="periode" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="unites" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="objet" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="description" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" value="true" type="bool"/>
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="id" name="Numéro" index="0"/>
    <alias field="version" name="Version" index="1"/>
    <alias field="service" name="Service" index="2"/>
    <alias field="statut" name="Statut" index="3"/>
    <alias field="auteur" name="Auteur" index="4"/>
    <alias field="cree_le" name="Créé le" index="5"/>
    <alias field="modifie_le" name="Modifié le" index="6"/>
    <alias field="debut" name="Début" index="7"/>
    <alias field="fin" name="Fin" index="8"/>
    <alias field="periode" name="Période" index="9"/>
    <alias field="unites" name="Unités du territoire" index="10"/>
    <alias field="objet" name="Objet" index="11"/>
    <alias field="description" name="Description, observations" index="12"/>
  </aliases>
  <splitPolicies>
    <policy field="id" policy="Duplicate"/>
    <policy field="version" policy="Duplicate"/>
    <policy field="service" policy="Duplicate"/>
    <policy field="statut" policy="Duplicate"/>
    <policy field="auteur" policy="Duplicate"/>
    <policy field="cree_le" policy="Duplicate"/>
    <policy field="modifie_le" policy="Duplicate"/>
    <policy field="debut" policy="Duplicate"/>
    <policy field="fin" policy="Duplicate"/>
    <policy field="periode" policy="Duplicate"/>
    <policy field="unites" policy="Duplicate"/>
    <policy field="objet" policy="Duplicate"/>
    <policy field="description" policy="Duplicate"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy field="id" policy="Duplicate"/>
    <policy field="version" policy="Duplicate"/>
    <policy field="service" policy="Duplicate"/>
    <policy field="statut" policy="Duplicate"/>
    <policy field="auteur" policy="Duplicate"/>
    <policy field="cree_le" policy="Duplicate"/>
    <policy field="modifie_le" policy="Duplicate"/>
    <policy field="debut" policy="Duplicate"/>
    <policy field="fin" policy="Duplicate"/>
    <policy field="periode" policy="Duplicate"/>
    <policy field="unites" policy="Duplicate"/>
    <policy field="objet" policy="Duplicate"/>
    <policy field="description" policy="Duplicate"/>
  </duplicatePolicies>
  <defaults>
    <default field="id" expression="" applyOnUpdate="0"/>
    <default field="version" expression="" applyOnUpdate="0"/>
    <default field="service" expression="" applyOnUpdate="0"/>
    <default field="statut" expression="" applyOnUpdate="0"/>
    <default field="auteur" expression="" applyOnUpdate="0"/>
    <default field="cree_le" expression="" applyOnUpdate="0"/>
    <default field="modifie_le" expression="" applyOnUpdate="0"/>
    <default field="debut" expression="" applyOnUpdate="0"/>
    <default field="fin" expression="" applyOnUpdate="0"/>
    <default field="periode" expression="" applyOnUpdate="0"/>
    <default field="unites" expression="" applyOnUpdate="0"/>
    <default field="objet" expression="" applyOnUpdate="0"/>
    <default field="description" expression="" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint field="id" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="version" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="service" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="statut" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="auteur" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="cree_le" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="modifie_le" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="debut" constraints="4" exp_strength="1" unique_strength="0" notnull_strength="0"/>
    <constraint field="fin" constraints="4" exp_strength="1" unique_strength="0" notnull_strength="0"/>
    <constraint field="periode" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="unites" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="objet" constraints="4" exp_strength="1" unique_strength="0" notnull_strength="0"/>
    <constraint field="description" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
  </constraints>
  <constraintExpressions>
    <constraint field="id" exp="" desc=""/>
    <constraint field="version" exp="" desc=""/>
    <constraint field="service" exp="" desc=""/>
    <constraint field="statut" exp="" desc=""/>
    <constraint field="auteur" exp="" desc=""/>
    <constraint field="cree_le" exp="" desc=""/>
    <constraint field="modifie_le" exp="" desc=""/>
    <constraint field="debut" exp="&quot;debut&quot; IS NOT NULL AND trim(to_string(&quot;debut&quot;)) &lt;> ''" desc="Date et heure de début"/>
    <constraint field="fin" exp="&quot;fin&quot; IS NULL OR &quot;fin&quot; >= &quot;debut&quot;" desc="La fin vient après le début ; vide si elle n'est pas connue"/>
    <constraint field="periode" exp="" desc=""/>
    <constraint field="unites" exp="" desc=""/>
    <constraint field="objet" exp="&quot;objet&quot; IS NOT NULL AND trim(to_string(&quot;objet&quot;)) &lt;> ''" desc="Objet : quelques mots, sans nom de personne"/>
    <constraint field="description" exp="" desc=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributeactions/>
  <attributetableconfig sortExpression="" sortOrder="0" actionWidgetStyle="dropDown">
    <columns/>
  </attributetableconfig>
  <conditionalstyles>
    <rowstyles/>
    <fieldstyles/>
  </conditionalstyles>
  <storedexpressions/>
  <editform tolerant="1"></editform>
  <editforminit/>
  <editforminitcodesource>0</editforminitcodesource>
  <editforminitfilepath></editforminitfilepath>
  <editforminitcode><![CDATA[]]></editforminitcode>
  <featformsuppress>0</featformsuppress>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
      <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
    </labelStyle>
    <attributeEditorContainer name="Quoi" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="1" type="GroupBox" visibilityExpressionEnabled="0" groupBox="1" collapsed="0" visibilityExpression="" horizontalStretch="0" verticalStretch="0" showLabel="1">
      <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
        <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
      </labelStyle>
      <attributeEditorField name="objet" horizontalStretch="0" verticalStretch="0" showLabel="1" index="11">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="description" horizontalStretch="0" verticalStretch="0" showLabel="1" index="12">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer name="Quand" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="1" type="GroupBox" visibilityExpressionEnabled="0" groupBox="1" collapsed="0" visibilityExpression="" horizontalStretch="0" verticalStretch="0" showLabel="1">
      <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
        <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
      </labelStyle>
      <attributeEditorField name="debut" horizontalStretch="0" verticalStretch="0" showLabel="1" index="7">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="fin" horizontalStretch="0" verticalStretch="0" showLabel="1" index="8">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer name="Suivi" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="2" type="GroupBox" visibilityExpressionEnabled="0" groupBox="1" collapsed="0" visibilityExpression="" horizontalStretch="0" verticalStretch="0" showLabel="1">
      <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
        <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
      </labelStyle>
      <attributeEditorField name="statut" horizontalStretch="0" verticalStretch="0" showLabel="1" index="3">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="service" horizontalStretch="0" verticalStretch="0" showLabel="1" index="2">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="version" horizontalStretch="0" verticalStretch="0" showLabel="1" index="1">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="modifie_le" horizontalStretch="0" verticalStretch="0" showLabel="1" index="6">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="auteur" editable="0"/>
    <field name="cree_le" editable="0"/>
    <field name="id" editable="0"/>
    <field name="modifie_le" editable="0"/>
    <field name="periode" editable="0"/>
    <field name="unites" editable="0"/>
    <field name="version" editable="0"/>
  </editable>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <previewExpression>"objet"</previewExpression>
  <mapTip enabled="1">&lt;b>[% "objet" %]&lt;/b>&lt;br>[% format_date("debut",'dd/MM/yyyy HH:mm') %] – [% coalesce(format_date("fin",'dd/MM/yyyy HH:mm'),'fin inconnue') %]</mapTip>
  <layerGeometryType>0</layerGeometryType>
</qgis>
