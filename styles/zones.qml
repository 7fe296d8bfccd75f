<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis maxScale="0" labelsEnabled="0" styleCategories="AllStyleCategories" simplifyDrawingHints="1" simplifyDrawingTol="1" readOnly="0" minScale="100000000" simplifyLocal="1" version="3.40.6-Bratislava" autoRefreshMode="Disabled" autoRefreshTime="0" symbologyReferenceScale="-1" simplifyMaxScale="1" hasScaleBasedVisibilityFlag="0" simplifyAlgorithm="0">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <temporal startExpression="" accumulate="0" endExpression="" mode="2" endField="fin" durationField="" enabled="1" fixedDuration="0" startField="debut" durationUnit="min" limitMode="0">
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
        <layer pass="0" class="SimpleLine" locked="0" enabled="1" id="{1a991f6f-2870-4d6d-8951-1aef09a17760}">
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
            <Option name="line_color" value="190,178,151,255,rgb:0.74509803921568629,0.69803921568627447,0.59215686274509804,1" type="QString"/>
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
        <layer pass="0" class="SimpleFill" locked="0" enabled="1" id="{2f946b19-de69-4e5e-bc52-41d97471a2c6}">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="190,178,151,255,rgb:0.74509803921568629,0.69803921568627447,0.59215686274509804,1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="136,127,108,255,rgb:0.53220416571297779,0.49858854047455559,0.42296482795452811,1" type="QString"/>
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
        <layer pass="0" class="SimpleMarker" locked="0" enabled="1" id="{c9fb2e6e-84c6-455c-b1b6-df0265eea610}">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="190,178,151,255,rgb:0.74509803921568629,0.69803921568627447,0.59215686274509804,1" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="diamond" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="136,127,108,255,rgb:0.53220416571297779,0.49858854047455559,0.42296482795452811,1" type="QString"/>
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
  <renderer-v2 referencescale="-1" forceraster="0" symbollevels="0" type="categorizedSymbol" enableorderby="1" attr="niveau">
    <categories>
      <category symbol="0" uuid="{4e49de94-4a93-4fb3-aba0-3b26b8bf150f}" value="1" render="true" type="long" label="À suivre"/>
      <category symbol="1" uuid="{5f0fe7c2-a816-4905-ad2f-c7671837f866}" value="2" render="true" type="long" label="Modérée"/>
      <category symbol="2" uuid="{f2b3da93-407a-41e2-9a32-b62c716f581a}" value="3" render="true" type="long" label="Forte"/>
      <category symbol="3" uuid="{a72dda21-7736-499d-b79a-b11204c07670}" value="4" render="true" type="long" label="Très forte"/>
    </categories>
    <symbols>
      <symbol name="0" is_animated="0" alpha="1" frame_rate="10" type="fill" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" locked="0" enabled="1" id="{a37e4b8f-7401-4701-a4d5-d0123c313821}">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="253,224,178,95,rgb:0.99215686274509807,0.8784313725490196,0.69803921568627447,0.37254901960784315" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="176,125,60,255,rgb:0.69019607843137254,0.49019607843137253,0.23529411764705882,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.35" type="QString"/>
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
      <symbol name="1" is_animated="0" alpha="1" frame_rate="10" type="fill" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" locked="0" enabled="1" id="{7fd075e4-941b-483d-a43d-d2d4cc21990d}">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="246,161,91,95,rgb:0.96470588235294119,0.63137254901960782,0.35686274509803922,0.37254901960784315" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="168,90,18,255,rgb:0.6588235294117647,0.35294117647058826,0.07058823529411765,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.45" type="QString"/>
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
      <symbol name="2" is_animated="0" alpha="1" frame_rate="10" type="fill" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" locked="0" enabled="1" id="{a674fe0f-1c14-4bfc-bfc9-be173b0194f9}">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="217,95,14,95,rgb:0.85098039215686272,0.37254901960784315,0.05490196078431372,0.37254901960784315" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="122,50,4,255,rgb:0.47843137254901963,0.19607843137254902,0.01568627450980392,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.6" type="QString"/>
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
      <symbol name="3" is_animated="0" alpha="1" frame_rate="10" type="fill" force_rhr="0" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" locked="0" enabled="1" id="{12932767-ff61-4e46-830e-dc121c508ec0}">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="127,29,10,95,rgb:0.49803921568627452,0.11372549019607843,0.0392156862745098,0.37254901960784315" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="61,11,2,255,rgb:0.23921568627450981,0.04313725490196078,0.00784313725490196,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.8" type="QString"/>
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
    </symbols>
    <rotation/>
    <sizescale/>
    <data-defined-properties>
      <Option type="Map">
        <Option name="name" value="" type="QString"/>
        <Option name="properties"/>
        <Option name="type" value="collection" type="QString"/>
      </Option>
    </data-defined-properties>
    <orderby>
      <orderByClause nullsFirst="0" asc="1">niveau</orderByClause>
    </orderby>
  </renderer-v2>
  <selection mode="Default">
    <selectionColor invalid="1"/>
  </selection>
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
    <field name="niveau" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="niveau_nom" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="seuil_bas" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="seuil_haut" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="aire_ha" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="moyenne" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="maximum" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="personnes" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
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
    <field name="evenements" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" value="true" type="bool"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="nombre" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="modele" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="empreinte" configurationFlags="NoFlag">
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
  </fieldConfiguration>
  <aliases>
    <alias field="niveau" name="Niveau" index="0"/>
    <alias field="niveau_nom" name="Niveau de tension" index="1"/>
    <alias field="seuil_bas" name="Seuil bas (par ha)" index="2"/>
    <alias field="seuil_haut" name="Seuil haut (par ha)" index="3"/>
    <alias field="aire_ha" name="Aire (ha)" index="4"/>
    <alias field="moyenne" name="Moyenne (par ha)" index="5"/>
    <alias field="maximum" name="Maximum (par ha)" index="6"/>
    <alias field="personnes" name="Personnes pondérées" index="7"/>
    <alias field="debut" name="Début" index="8"/>
    <alias field="fin" name="Fin" index="9"/>
    <alias field="evenements" name="Événements et faits derrière la zone" index="10"/>
    <alias field="nombre" name="Nombre d'événements" index="11"/>
    <alias field="modele" name="Modèle" index="12"/>
    <alias field="empreinte" name="Empreinte du modèle" index="13"/>
    <alias field="statut" name="Statut" index="14"/>
  </aliases>
  <splitPolicies>
    <policy field="niveau" policy="Duplicate"/>
    <policy field="niveau_nom" policy="Duplicate"/>
    <policy field="seuil_bas" policy="Duplicate"/>
    <policy field="seuil_haut" policy="Duplicate"/>
    <policy field="aire_ha" policy="Duplicate"/>
    <policy field="moyenne" policy="Duplicate"/>
    <policy field="maximum" policy="Duplicate"/>
    <policy field="personnes" policy="Duplicate"/>
    <policy field="debut" policy="Duplicate"/>
    <policy field="fin" policy="Duplicate"/>
    <policy field="evenements" policy="Duplicate"/>
    <policy field="nombre" policy="Duplicate"/>
    <policy field="modele" policy="Duplicate"/>
    <policy field="empreinte" policy="Duplicate"/>
    <policy field="statut" policy="Duplicate"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy field="niveau" policy="Duplicate"/>
    <policy field="niveau_nom" policy="Duplicate"/>
    <policy field="seuil_bas" policy="Duplicate"/>
    <policy field="seuil_haut" policy="Duplicate"/>
    <policy field="aire_ha" policy="Duplicate"/>
    <policy field="moyenne" policy="Duplicate"/>
    <policy field="maximum" policy="Duplicate"/>
    <policy field="personnes" policy="Duplicate"/>
    <policy field="debut" policy="Duplicate"/>
    <policy field="fin" policy="Duplicate"/>
    <policy field="evenements" policy="Duplicate"/>
    <policy field="nombre" policy="Duplicate"/>
    <policy field="modele" policy="Duplicate"/>
    <policy field="empreinte" policy="Duplicate"/>
    <policy field="statut" policy="Duplicate"/>
  </duplicatePolicies>
  <defaults>
    <default field="niveau" expression="" applyOnUpdate="0"/>
    <default field="niveau_nom" expression="" applyOnUpdate="0"/>
    <default field="seuil_bas" expression="" applyOnUpdate="0"/>
    <default field="seuil_haut" expression="" applyOnUpdate="0"/>
    <default field="aire_ha" expression="" applyOnUpdate="0"/>
    <default field="moyenne" expression="" applyOnUpdate="0"/>
    <default field="maximum" expression="" applyOnUpdate="0"/>
    <default field="personnes" expression="" applyOnUpdate="0"/>
    <default field="debut" expression="" applyOnUpdate="0"/>
    <default field="fin" expression="" applyOnUpdate="0"/>
    <default field="evenements" expression="" applyOnUpdate="0"/>
    <default field="nombre" expression="" applyOnUpdate="0"/>
    <default field="modele" expression="" applyOnUpdate="0"/>
    <default field="empreinte" expression="" applyOnUpdate="0"/>
    <default field="statut" expression="" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint field="niveau" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="niveau_nom" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="seuil_bas" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="seuil_haut" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="aire_ha" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="moyenne" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="maximum" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="personnes" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="debut" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="fin" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="evenements" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="nombre" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="modele" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="empreinte" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint field="statut" constraints="0" exp_strength="0" unique_strength="0" notnull_strength="0"/>
  </constraints>
  <constraintExpressions>
    <constraint field="niveau" exp="" desc=""/>
    <constraint field="niveau_nom" exp="" desc=""/>
    <constraint field="seuil_bas" exp="" desc=""/>
    <constraint field="seuil_haut" exp="" desc=""/>
    <constraint field="aire_ha" exp="" desc=""/>
    <constraint field="moyenne" exp="" desc=""/>
    <constraint field="maximum" exp="" desc=""/>
    <constraint field="personnes" exp="" desc=""/>
    <constraint field="debut" exp="" desc=""/>
    <constraint field="fin" exp="" desc=""/>
    <constraint field="evenements" exp="" desc=""/>
    <constraint field="nombre" exp="" desc=""/>
    <constraint field="modele" exp="" desc=""/>
    <constraint field="empreinte" exp="" desc=""/>
    <constraint field="statut" exp="" desc=""/>
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
    <attributeEditorContainer name="Zone" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="2" type="GroupBox" visibilityExpressionEnabled="0" groupBox="1" collapsed="0" visibilityExpression="" horizontalStretch="0" verticalStretch="0" showLabel="1">
      <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
        <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
      </labelStyle>
      <attributeEditorField name="niveau_nom" horizontalStretch="0" verticalStretch="0" showLabel="1" index="1">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="aire_ha" horizontalStretch="0" verticalStretch="0" showLabel="1" index="4">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="moyenne" horizontalStretch="0" verticalStretch="0" showLabel="1" index="5">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="maximum" horizontalStretch="0" verticalStretch="0" showLabel="1" index="6">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="personnes" horizontalStretch="0" verticalStretch="0" showLabel="1" index="7">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="evenements" horizontalStretch="0" verticalStretch="0" showLabel="1" index="10">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer name="Fenêtre" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="1" type="GroupBox" visibilityExpressionEnabled="0" groupBox="1" collapsed="0" visibilityExpression="" horizontalStretch="0" verticalStretch="0" showLabel="1">
      <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
        <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
      </labelStyle>
      <attributeEditorField name="debut" horizontalStretch="0" verticalStretch="0" showLabel="1" index="8">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="fin" horizontalStretch="0" verticalStretch="0" showLabel="1" index="9">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer name="Modèle" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="2" type="GroupBox" visibilityExpressionEnabled="0" groupBox="1" collapsed="0" visibilityExpression="" horizontalStretch="0" verticalStretch="0" showLabel="1">
      <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
        <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
      </labelStyle>
      <attributeEditorField name="modele" horizontalStretch="0" verticalStretch="0" showLabel="1" index="12">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="statut" horizontalStretch="0" verticalStretch="0" showLabel="1" index="14">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
      <attributeEditorField name="empreinte" horizontalStretch="0" verticalStretch="0" showLabel="1" index="13">
        <labelStyle overrideLabelFont="0" labelColor="" overrideLabelColor="0">
          <labelFont description="DejaVu LGC Sans,12,-1,5,50,0,0,0,0,0" bold="0" style="" strikethrough="0" underline="0" italic="0"/>
        </labelStyle>
      </attributeEditorField>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="aire_ha" editable="0"/>
    <field name="debut" editable="0"/>
    <field name="empreinte" editable="0"/>
    <field name="evenements" editable="0"/>
    <field name="fin" editable="0"/>
    <field name="maximum" editable="0"/>
    <field name="modele" editable="0"/>
    <field name="moyenne" editable="0"/>
    <field name="niveau" editable="0"/>
    <field name="niveau_nom" editable="0"/>
    <field name="nombre" editable="0"/>
    <field name="personnes" editable="0"/>
    <field name="seuil_bas" editable="0"/>
    <field name="seuil_haut" editable="0"/>
    <field name="statut" editable="0"/>
  </editable>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <previewExpression>"niveau"</previewExpression>
  <mapTip enabled="1"></mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
