"""Spanish pronouns and the nouns that take up somebody named before."""

from stream.nlp.languages.tables import words

PRONOUNS = {
    "él": "ms",
    "ella": "fs",
    "ellos": "mp",
    "ellas": "fp",
    "este": "ms",
    "éste": "ms",
    "ésta": "fs",
    "éstos": "mp",
    "éstas": "fp",
}
RELATIVES = words("que quien quienes cual cuales")
REFERENTS = {
    **dict.fromkeys(
        words(
            """presidente presidenta expresidente expresidenta mandatario mandataria exmandatario gobernante ministro ministra
            exministro exministra canciller excanciller primer_ministro líder dirigente jefe jefa portavoz vocero vocera director
            directora hombre mujer diputado diputada exdiputado senador senadora alcalde alcaldesa exalcalde regidor regidora edil
            abogado abogada letrado letrada general diplomático diplomática embajador embajadora secretario secretaria
            subsecretario subsecretaria opositor opositora candidato candidata aspirante activista analista investigador
            investigadora fiscal juez jueza magistrado magistrada rey reina papa pontífice monarca titular responsable
            funcionario funcionaria político política experto experta economista gobernador gobernadora legislador legisladora
            congresista parlamentario parlamentaria consejero consejera delegado delegada comisario comisaria concejal concejala
            coordinador coordinadora encargado encargada vicepresidente vicepresidenta exvicepresidente viceministro
            empresario empresaria ejecutivo ejecutiva médico médica doctor doctora profesor profesora entrenador entrenadora
            técnico técnica seleccionador jugador jugadora delantero futbolista tenista piloto actor actriz cantante escritor
            escritora autor autora periodista comunicador cineasta artista obispo arzobispo cardenal sacerdote comandante
            coronel capitán teniente almirante científico científica catedrático socialista conservador republicano demócrata
            militar exmilitar exfuncionario aludido acusado acusada imputado testigo víctima vecino vecina joven padre madre
            hijo hija hermano hermana viuda esposa marido representante negociador asesor asesora enviado secretario_general
            dueño dueña propietario propietaria directivo directiva alguacil maestro maestra enfermero enfermera meteorólogo
            meteoróloga historiador historiadora sociólogo socióloga politólogo politóloga biólogo bióloga geólogo geóloga arqueólogo
            arqueóloga glaciólogo glacióloga climatólogo climatóloga virólogo viróloga epidemiólogo epidemióloga psicólogo psicóloga
            ingeniero ingeniera arquitecto arquitecta fundador fundadora presidenciable ciclista corredor corredora mediocampista
            portero arquero atleta campeón campeona árbitro inspector inspectora detective decano decana rector
            rectora catedrático cineasta coautor coautora guionista productor productora músico novelista poeta
            poetisa ensayista filósofo filósofa párroco prelado rabino imán pastor ganadero ganadera ministrable estudiante
            camarero camarera taxista conductor conductora chófer maquinista bombero agente soldado paciente
            afectado afectada superviviente sobreviviente denunciante detenido detenida arrestado arrestada sospechoso sospechosa
            colega interlocutor interlocutora exjefe exjefa
            presentador magnate multimillonario ganador ganadora sindicalista agricultor agricultora"""
        ),
        "person",
    ),
    **dict.fromkeys(
        words(
            """organización ong agencia empresa compañía sociedad grupo asociación partido movimiento institución sindicato
            fundación liga banco instituto firma federación diario periódico semanario cadena colectivo organismo
            club entidad consultora constructora aseguradora aerolínea farmacéutica petrolera multinacional corporación
            plataforma coalición cooperativa formación tecnológica fabricante operador operadora
            rotativo"""
        ),
        "organization",
    ),
}
BROAD = words(
    "mandatario mandataria líder dirigente diplomático diplomática jefe jefa general fiscal asesor asesora presidente presidenta"
)
BODIES = words(
    """ministerio gobierno policía ejército corte tribunal fiscalía consejo comité comisión administración estado país
    ayuntamiento parlamento asamblea senado congreso cámara presidencia diplomacia justicia dirección gabinete ejecutivo
    capital región municipio alcaldía oposición familia defensa cancillería kremlin secretaría departamento gobernación junta
    generalitat guardia armada marina procuraduría defensoría contraloría superintendencia autoridad embajada delegación
    oficina unión otan onu jefatura servicio instituto_nacional juzgado audiencia supremo bloque casa_blanca iglesia vaticano
    episcopado conferencia dictadura régimen guerrilla ejercito mando bancada patronal central gremio universidad banca confederación club entorno cuartel  pentágono protección"""
)
GROUPS = words(
    """habitantes analistas expertos testigos manifestantes observadores militantes diputados senadores investigadores
    ciudadanos sindicatos opositores economistas médicos abogados diplomáticos responsables autoridades vecinos críticos
    partidarios votantes detractores rebeldes científicos historiadores dirigentes ministros miembros líderes agricultores
    ganaderos autores autoras expertas afectados supervivientes sobrevivientes pasajeros conductores obispos especialistas
    gremios maestros enfermeros pacientes accionistas inversores operadores ministras consejeros concejales ediles regidores
    secuestradores milicianos talibanes islamistas separatistas independentistas conservadores socialistas liberales republicanos
    demócratas populares nacionalistas aliados milicias facciones ganaderos trabajadores empresarios organizadores familiares padres estudiantes docentes profesores periodistas bomberos
    equipos rescatistas organizaciones empresas bancos países gobiernos activistas ecologistas residentes usuarios
    transportistas representantes legisladores jueces fiscales fuentes medios cancilleres mandatarios presidentes voceros
    portavoces funcionarios socios campesinos indígenas migrantes alcaldes gobernadores congresistas policías militares"""
)
DROPS_SUBJECTS = True
